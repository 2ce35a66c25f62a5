import type { Incident, IncidentKind } from "../scenario/scenario.ts";
import type { Process, Wish } from "./processes.ts";
import { beTroubled } from "./seams.ts";
import { type Seat, say } from "./seat.ts";

/** The station's power and network as its incidents switch them, and its troubles, whoever sits there. */
export function* switchAt(seat: Seat, start: number): Process {
  yield { kind: "until", at: start };
  for (const incident of seat.incidents) {
    const begins = yield { kind: "until", at: incident.from };
    yield* tellTrouble(seat, incident);
    const kind = switchOf(incident.kind);
    if (kind === null) continue;
    yield say(seat, begins, { kind, on: kind === "fault" });
    const ends = yield { kind: "until", at: incident.to };
    yield say(seat, ends, { kind, on: kind !== "fault" });
  }
}

function* tellTrouble(seat: Seat, { kind: trouble, from, to, said }: Incident): Generator<Wish> {
  if (trouble === "power-cut" || trouble === "offline" || trouble === "slow") return;
  yield beTroubled(seat, from, { trouble, ms: to - from, said });
}

function switchOf(kind: IncidentKind): "fault" | "power" | "network" | null {
  switch (kind) {
    case "fault":
      return "fault";
    case "power-cut":
      return "power";
    case "offline":
      return "network";
    case "starved":
    case "doubt":
    case "support":
    case "slow":
      return null;
  }
}
