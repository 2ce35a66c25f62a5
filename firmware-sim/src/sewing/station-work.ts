import type { Incident, IncidentKind } from "../scenario/scenario.ts";
import type { Happening } from "./events.ts";
import type { NextPresence } from "./presence.ts";
import type { Process, Stock, Wish } from "./processes.ts";
import type { Cycle } from "./worker.ts";

/** A station: who sits there, where its pieces come from and go to. */
export interface Seat {
  readonly station: string;
  /** null: the first operation, whose cut pieces never run out. */
  readonly source: Stock | null;
  /** null: the last operation. */
  readonly sink: Stock | null;
  /** Pieces that are handed on together. */
  readonly packet: number;
  readonly nextPresence: NextPresence;
  /** Those of this station, ascending, not overlapping. */
  readonly incidents: readonly Incident[];
}

/** Asks for time and goes on with what time it then is. */
type Part<Result> = Generator<Wish, Result, number>;

/** Shares of a cycle: picking up before the first seam, sewing; the rest is putting down. */
const PICK_UP = 0.35;
const SEWING = 0.55;
/** After a power cut: switch on, put the piece back. */
const RESTART_MS = 20_000;

/** A person's day, piece after piece, for ever. */
export function* workAt(seat: Seat, start: number): Process {
  let now = yield { kind: "until", at: start };
  for (let done = 1; ; done++) {
    if (seat.source !== null) now = yield { kind: "take", stock: seat.source };
    now = yield* sewOne(seat, now);
    if (seat.sink !== null && done % seat.packet === 0) {
      yield { kind: "give", stock: seat.sink, pieces: seat.packet };
    }
  }
}

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

function* sewOne(seat: Seat, start: number): Part<number> {
  for (let now = start; ; ) {
    const presence = seat.nextPresence(now);
    now = yield { kind: "until", at: Math.max(now, presence.from) };
    const blocked = incidentAt(seat, now);
    if (blocked !== null) {
      now = yield { kind: "until", at: afterIncident(blocked) };
      continue;
    }
    const cycle = presence.worker.nextCycle();
    if (cycle.faultMs > 0) now = yield* breakDown(seat, now, cycle.faultMs);
    now = yield { kind: "until", at: now + cycle.delayMs };
    // What would not be finished before the bell waits for the next stretch.
    if (now + cycle.ms > presence.to) {
      now = yield { kind: "until", at: presence.to };
      continue;
    }
    const end = yield* sewSeams(seat, cycle, now);
    if (end !== null) return end;
    // The power went with the seams half done: the piece is unpicked and begun again.
    now = yield { kind: "until", at: now };
  }
}

/** Sews a piece; null when the power went before it was complete. */
function* sewSeams(seat: Seat, cycle: Cycle, start: number): Part<number | null> {
  const seamMs = (cycle.ms * SEWING) / cycle.seams.length;
  let now = start;
  for (const [index, stitches] of cycle.seams.entries()) {
    const needed = index === 0 ? cycle.ms * PICK_UP + seamMs : seamMs;
    const end = yield* workFor(seat, now, needed);
    if (end === null) return null;
    now = end;
    const completes = index === cycle.seams.length - 1;
    yield say(seat, now, { kind: "seam", stitches, completes });
  }
  return yield { kind: "until", at: now + cycle.ms * (1 - PICK_UP - SEWING) };
}

/** Works so long: a broken machine makes one wait in mid-piece, a power cut ends it (null). */
function* workFor(seat: Seat, start: number, ms: number): Part<number | null> {
  const end = start + ms;
  const stop = seat.incidents.find(
    ({ kind, from, to }) =>
      (kind === "fault" || kind === "power-cut") && from < end && to > start && to > from,
  );
  if (stop === undefined) return yield { kind: "until", at: end };
  const resumed = yield { kind: "until", at: afterIncident(stop) };
  if (stop.kind === "power-cut") return null;
  return yield* workFor(seat, resumed, end - Math.max(stop.from, start));
}

function* breakDown(seat: Seat, start: number, ms: number): Part<number> {
  yield say(seat, start, { kind: "fault", on: true });
  const end = yield { kind: "until", at: start + ms };
  yield say(seat, end, { kind: "fault", on: false });
  return end;
}

function incidentAt(seat: Seat, at: number): Incident | null {
  const isOn = ({ kind, from, to }: Incident) => kind !== "offline" && from <= at && at < to;
  return seat.incidents.find(isOn) ?? null;
}

function afterIncident({ kind, to }: Incident): number {
  return kind === "power-cut" ? to + RESTART_MS : to;
}

function say(seat: Seat, at: number, what: Happening): Wish {
  return { kind: "say", event: { at, station: seat.station, what } };
}
