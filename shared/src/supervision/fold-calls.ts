import type { CallTimes } from "./calls.ts";
import type { CallKind, CallStepWord, CallWord, Word } from "./word.ts";

/** A call, with what became of it. */
export interface Call extends CallTimes {
  readonly key: string;
  readonly stationId: string;
  readonly call: CallKind;
  readonly note: string | null;
  /** False for what a counter told so late that nobody waits any more: it is on record, and nobody is sent. */
  readonly isRaised: boolean;
}

/**
 * The calls that some words tell, by when they were first made. A call of a kind that is open at the station already is
 * that one, pressed again; of several who say that they go there the first counts.
 */
export function foldCalls(words: readonly Word[]): Call[] {
  const calls = words.filter((word): word is CallWord => word.kind === "call");
  const again = Map.groupBy(
    calls.filter(({ sameAs }) => sameAs !== null),
    ({ sameAs }) => sameAs,
  );
  const steps = Map.groupBy(
    words.filter((word): word is CallStepWord => isStep(word)),
    (step) => step.call,
  );
  return calls
    .filter(({ sameAs }) => sameAs === null)
    .map((word) => {
      const repeated = again.get(word.key) ?? [];
      const own = [word, ...repeated].flatMap(({ key }) => steps.get(key) ?? []);
      return {
        key: word.key,
        stationId: word.stationId ?? "",
        call: word.call,
        note: word.note,
        at: Math.min(word.at, ...repeated.map(({ at }) => at)),
        takenAt: firstOf(own, "call-take"),
        resolvedAt: firstOf(own, "call-resolve"),
        isRaised: word.isRaised,
      };
    })
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** Whether somebody still waits for help. */
export function isOpenCall({ isRaised, resolvedAt }: Call): boolean {
  return isRaised && resolvedAt === null;
}

/** The call that one of the same kind at the same station at a moment (UTC ms) is: open, or open at that time. */
export function sameCall(
  calls: readonly Call[],
  asked: Pick<Call, "stationId" | "call" | "at">,
): Call | null {
  const found = calls.findLast(
    (each) =>
      each.isRaised &&
      each.stationId === asked.stationId &&
      each.call === asked.call &&
      (each.resolvedAt === null || (each.at <= asked.at && asked.at < each.resolvedAt)),
  );
  return found ?? null;
}

function isStep({ kind }: Word): boolean {
  return kind === "call-take" || kind === "call-resolve";
}

function firstOf(steps: readonly CallStepWord[], kind: CallStepWord["kind"]): number | null {
  const times = steps.filter((step) => step.kind === kind).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}
