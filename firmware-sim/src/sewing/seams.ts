import type { Incident } from "../scenario/scenario.ts";
import type { Part } from "./processes.ts";
import { type Seat, say } from "./seat.ts";
import type { Cycle } from "./worker.ts";

/** Shares of a cycle: picking up before the first seam, sewing; the rest is putting down. */
const PICK_UP = 0.35;
const SEWING = 0.55;
/** After a power cut: switch on, put the piece back. */
const RESTART_MS = 20_000;

/** Sews a piece; null when the power went before it was complete. */
export function* sewSeams(seat: Seat, cycle: Cycle, start: number): Part<number | null> {
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

/** The machine does not work for so long. */
export function* breakDown(seat: Seat, start: number, ms: number): Part<number> {
  yield say(seat, start, { kind: "fault", on: true });
  const end = yield { kind: "until", at: start + ms };
  yield say(seat, end, { kind: "fault", on: false });
  return end;
}

/** What keeps the station from working then. */
export function incidentAt(seat: Seat, at: number): Incident | null {
  const isOn = ({ kind, from, to }: Incident) => kind !== "offline" && from <= at && at < to;
  return seat.incidents.find(isOn) ?? null;
}

/** When it can go on. */
export function afterIncident({ kind, to }: Incident): number {
  return kind === "power-cut" ? to + RESTART_MS : to;
}
