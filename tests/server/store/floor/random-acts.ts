/** A random day on a floor: what was done at four stations, and how long the network kept it. */
import fc from "fast-check";
import type { ActRequest } from "../../../../server/src/store/floor/act-request.ts";
import { at } from "../workshop.ts";
import { CUTTING, codeOf, PIECES } from "./floor-ledger.ts";

const MINUTE = 60_000;
const STATIONS = ["S1", "S2", "S3", "S4"] as const;
const OPERATION_OF: Readonly<Record<string, string>> = { S1: "10", S2: "20", S3: "30", S4: "40" };

/** What somebody did, when it happened and when the server heard of it; UTC ms. */
export interface Happening {
  readonly request: ActRequest;
  readonly happenedAt: number;
  readonly received: number;
}

export interface ActsOptions {
  /** Everything is told late, so that nothing is refused. */
  readonly isOffline: boolean;
  /** Splits and joins too: their tickets depend on the order of arrival. */
  readonly hasTies: boolean;
}

interface Drawn {
  readonly kind:
    | "scan"
    | "finish"
    | "undo"
    | "correction"
    | "hand-count"
    | "split"
    | "join"
    | "badge"
    | "resize";
  readonly station: number;
  readonly bundle: number;
  readonly minute: number;
  readonly delay: number;
  readonly pieces: readonly number[];
  readonly undoes: number;
}

/** Acts in the order in which they happened. */
export function happenings({ isOffline, hasTies }: ActsOptions): fc.Arbitrary<Happening[]> {
  const kinds: Drawn["kind"][] = [
    "scan",
    "scan",
    "scan",
    "finish",
    "finish",
    "undo",
    "correction",
    "hand-count",
  ];
  // Who was alone at a station is found when an act arrives, and assignments are drawn at random.
  // What the desk corrects is judged by what is known when it does.
  const others: Drawn["kind"][] = isOffline ? [] : ["badge", "resize"];
  const drawn = fc.record({
    kind: fc.constantFrom(...kinds, ...others, ...(hasTies ? (["split", "join"] as const) : [])),
    station: fc.nat(3),
    bundle: fc.integer({ min: 1, max: 8 }),
    minute: fc.nat(600),
    delay: isOffline ? fc.integer({ min: 1, max: 900 }) : fc.constantFrom(0, 0, 0, 1, 30, 300, 900),
    pieces: fc.tuple(fc.nat(PIECES), fc.nat(3), fc.nat(2), fc.nat(2)),
    undoes: fc.nat(40),
  });
  return fc.array(drawn, { minLength: 5, maxLength: 40 }).map((list) =>
    list
      .map((act, index) => ({ ...act, index }))
      .toSorted((a, b) => a.minute - b.minute || a.index - b.index)
      .map((act, index, all) => happeningOf(act, index, all)),
  );
}

function happeningOf(act: Drawn, index: number, all: readonly Drawn[]): Happening {
  // Two never at one moment: which of them came first nobody would know.
  const happenedAt = at("07:30") + act.minute * MINUTE + index;
  const received = happenedAt + act.delay * MINUTE;
  const stationId = STATIONS[act.station] ?? "S1";
  const head = {
    key: keyOf(index),
    stationId,
    at: happenedAt,
    sentAt: received,
    origin: "scan" as const,
  };
  return { request: requestOf(act, head, all), happenedAt, received };
}

type Head = Extract<ActRequest, { kind: "undo" }>["body"] extends infer Body
  ? Omit<Extract<Body, object>, "undoes">
  : never;

function requestOf(act: Drawn, head: Head, all: readonly Drawn[]): ActRequest {
  const code = codeOf(act.bundle);
  const [good = 0, rework = 0, second = 0, scrap = 0] = act.pieces;
  switch (act.kind) {
    case "scan":
      return { kind: "scan", body: { ...head, code } };
    case "finish": {
      const operation = OPERATION_OF[head.stationId] ?? "10";
      return { kind: "finish", body: { ...head, code, operation, good, rework, second, scrap } };
    }
    case "undo":
      return { kind: "undo", body: { ...head, undoes: keyOf(act.undoes % all.length) } };
    case "correction":
      return { kind: "correction", body: { ...head, pieces: good - 5, code } };
    case "hand-count": {
      const { key, stationId, at: hour } = head;
      return { kind: "hand-count", body: { key, stationId, hour, pieces: good, reason: "Panne" } };
    }
    case "split":
      return { kind: "split", body: { ...head, code, pieces: Math.max(1, good) } };
    case "join":
      return { kind: "join", body: { ...head, codes: [code, codeOf(act.bundle + 1)] } };
    case "resize": {
      const asked = { amends: CUTTING, code, pieces: PIECES - 5 + good, reason: "Mal compté" };
      return { kind: "amend", body: { key: head.key, ...asked } };
    }
    case "badge":
      return {
        kind: "badge",
        body: { ...head, badge: "PX412F", direction: good > 5 ? "in" : "out" },
      };
  }
}

function keyOf(index: number): string {
  return `act-${String(index).padStart(4, "0")}`;
}

/** In the order in which the server hears of it; a tablet tells what it keeps in the order in which it happened. */
export function asHeard(acts: readonly Happening[]): Happening[] {
  const latest = new Map<string, number>();
  return acts
    .map((act) => {
      const { stationId = "" } = act.request.body as { stationId?: string };
      const received = Math.max(act.received, latest.get(stationId) ?? 0);
      latest.set(stationId, received);
      return { ...act, received, request: sentAt(act.request, received) };
    })
    .toSorted((a, b) => a.received - b.received);
}

function sentAt(request: ActRequest, received: number): ActRequest {
  return {
    ...request,
    body: { ...request.body, ...("sentAt" in request.body && { sentAt: received }) },
  } as ActRequest;
}
