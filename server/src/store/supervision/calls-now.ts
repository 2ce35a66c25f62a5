import type { CallRow, CallStepWord, CallWord, PlanLine, Word } from "@trame/shared";

/** Calls of a line's stations that are not resolved, the oldest first. */
export function callsOf(words: readonly Word[], line: PlanLine): CallRow[] {
  const stations = new Set(line.stations.map(({ id }) => id));
  const steps = words.filter(isStep);
  return words
    .filter((word): word is CallWord => word.kind === "call")
    .filter(({ stationId }) => stationId !== null && stations.has(stationId))
    .filter(({ key }) => !steps.some((step) => step.kind === "call-resolve" && step.call === key))
    .map(({ key, stationId, call, at }) => {
      const taken = steps.find((step) => step.call === key);
      return { key, stationId: stationId ?? "", call, at, takenAt: taken?.at ?? null };
    })
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

function isStep(word: Word): word is CallStepWord {
  return word.kind === "call-take" || word.kind === "call-resolve";
}
