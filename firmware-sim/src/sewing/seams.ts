import type { Incident, Said } from "../scenario/scenario.ts";
import type { Trouble } from "./events.ts";
import type { Part, Wish } from "./processes.ts";
import { type Seat, say } from "./seat.ts";
import type { Cycle } from "./worker.ts";

/** Shares of a cycle: picking up before the first seam, sewing; the rest is putting down. */
const PICK_UP = 0.35;
const SEWING = 0.55;
/** After a power cut: switch on, put the piece back. */
const RESTART_MS = 20_000;
/** How much longer a piece takes where all goes slowly. */
const SLOW = 1.9;
const MINUTE_MS = 60_000;

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

/** Something keeps a station from sewing for so long. */
interface Troubled {
  readonly trouble: Trouble;
  readonly ms: number;
  readonly said?: Said | undefined;
}

/** Says so. */
export function beTroubled(seat: Seat, at: number, { trouble, ms, said }: Troubled): Wish {
  const what = { kind: "trouble" as const, trouble, minutes: ms / MINUTE_MS };
  return say(seat, at, said === undefined ? what : { ...what, said });
}

/** The machine does not work for so long. */
export function* breakDown(seat: Seat, start: number, ms: number): Part<number> {
  yield say(seat, start, { kind: "fault", on: true });
  yield beTroubled(seat, start, { trouble: "fault", ms });
  const end = yield { kind: "until", at: start + ms };
  yield say(seat, end, { kind: "fault", on: false });
  return end;
}

/** What keeps the station from working then. */
export function incidentAt(seat: Seat, at: number): Incident | null {
  const keeps = ({ kind }: Incident) => kind !== "offline" && kind !== "slow";
  return seat.incidents.find((incident) => isOn(incident, at) && keeps(incident)) ?? null;
}

/** How many times longer than otherwise a piece takes that is begun then. */
export function slownessAt(seat: Seat, at: number): number {
  return seat.incidents.some((each) => each.kind === "slow" && isOn(each, at)) ? SLOW : 1;
}

function isOn({ from, to }: Incident, at: number): boolean {
  return from <= at && at < to;
}

/** When it can go on. */
export function afterIncident({ kind, to }: Incident): number {
  return kind === "power-cut" ? to + RESTART_MS : to;
}
