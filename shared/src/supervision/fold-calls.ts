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
 * that one, pressed again, and stays when only the first pressing is undone; of several who say that they go there the
 * first counts.
 */
export function foldCalls(words: readonly Word[]): Call[] {
  return pressingsOf(words)
    .flatMap((pressed) => callFrom(pressed) ?? [])
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** The call that a key was pressed for, first or again; null when no word in force bears it. */
export function callOf(words: readonly Word[], key: string): Call | null {
  const found = pressingsOf(words).find(({ calls }) => calls.some((word) => word.key === key));
  return found === undefined ? null : callFrom(found);
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

/** What was said of one call. */
interface Pressed {
  /** Of the first pressing; it may be undone, and steps may name it all the same. */
  readonly rootKey: string;
  /** In force, in the order of arrival. */
  readonly calls: readonly CallWord[];
  readonly steps: readonly CallStepWord[];
}

function pressingsOf(words: readonly Word[]): Pressed[] {
  const calls = words.filter((word) => word.kind === "call");
  const before = new Map(calls.map(({ key, sameAs }) => [key, sameAs]));
  const rootOf = (key: string): string => {
    const sameAs = before.get(key) ?? null;
    return sameAs === null ? key : rootOf(sameAs);
  };
  const steps = Map.groupBy(words.filter(isStep), (step) => rootOf(step.call));
  return [...Map.groupBy(calls, ({ key }) => rootOf(key))].map(([rootKey, own]) => ({
    rootKey,
    calls: own,
    steps: steps.get(rootKey) ?? [],
  }));
}

function callFrom({ rootKey, calls, steps }: Pressed): Call | null {
  const word = calls.find(({ key }) => key === rootKey) ?? calls[0];
  if (word === undefined) return null;
  return {
    key: word.key,
    stationId: word.stationId ?? "",
    call: word.call,
    note: word.note,
    at: Math.min(...calls.map(({ at }) => at)),
    takenAt: firstOf(steps, "call-take"),
    resolvedAt: firstOf(steps, "call-resolve"),
    isRaised: word.isRaised,
  };
}

function isStep(word: Word): word is CallStepWord {
  return word.kind === "call-take" || word.kind === "call-resolve";
}

function firstOf(steps: readonly CallStepWord[], kind: CallStepWord["kind"]): number | null {
  const times = steps.filter((step) => step.kind === kind).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}
