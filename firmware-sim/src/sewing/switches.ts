import type { IncidentKind } from "../scenario/scenario.ts";
import type { Process } from "./processes.ts";
import { type Seat, say } from "./seat.ts";

/** The station's power and network as its incidents switch them, whoever sits there. */
export function* switchAt(seat: Seat, start: number): Process {
  yield { kind: "until", at: start };
  for (const incident of seat.incidents) {
    const kind = switchOf(incident.kind);
    if (kind === null) continue;
    const begins = yield { kind: "until", at: incident.from };
    yield say(seat, begins, { kind, on: kind === "fault" });
    const ends = yield { kind: "until", at: incident.to };
    yield say(seat, ends, { kind, on: kind !== "fault" });
  }
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
      return null;
  }
}
