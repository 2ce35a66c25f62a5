import type { CatalogueStore } from "../../catalogue/catalogue.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { FindBundle } from "../bundle-finder.ts";
import type { Floor } from "../floor.ts";
import type { Situations } from "../situations.ts";
import type { AnswerParts } from "../stored-answer.ts";
import { UNKNOWN_CODE } from "./find-act.ts";

/** What commands work with. */
export interface CommandDeps {
  readonly catalogue: CatalogueStore;
  readonly findBundle: FindBundle;
  readonly floor: Omit<Floor, "desk" | "moving" | "refoldMarked">;
  readonly situations: Situations;
}

/** No, with what is wrong; on record all the same. */
export function refused(
  record: object,
  parts: AnswerParts,
  bundleIds: readonly number[] = [],
): Verdict {
  return { accepted: false, record, bundleIds, ...parts };
}

/** What whoever works without the network is told in the end, when it would have been refused. */
export const KEPT = "act-kept";

/** Taken though nobody can tell what it was about: a supervisor looks at it. */
export function keptUnknown(record: object): Verdict {
  return { accepted: true, record, code: KEPT, conflict: UNKNOWN_CODE };
}

/** The head of an act as the fold reads it. */
export function headOf({ key, dated, origin, stationId, assignmentId }: Attempt<unknown>) {
  return { key, at: dated.at, origin, stationId, assignmentId };
}
