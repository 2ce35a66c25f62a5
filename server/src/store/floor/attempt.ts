import type { ActOrigin } from "@trame/shared";
import type { DatedAct } from "./act-dating.ts";
import type { ActContext } from "./act-request.ts";
import type { PlannedStation } from "./cells.ts";
import type { AnswerParts } from "./stored-answer.ts";

/** An act before it is judged: what was sent, and what the server knows of the moment. */
export interface Attempt<Body> extends ActContext {
  readonly key: string;
  readonly body: Body;
  readonly dated: DatedAct;
  readonly origin: ActOrigin;
  readonly stationId: string | null;
  /** The station in the plan of the moment; null when it has none of that name. */
  readonly planned: PlannedStation | null;
  readonly assignmentId: string | null;
  /** A counter told it, by its reader or a button: nobody sees an answer at once, and nobody can act on it. */
  readonly isFromCounter: boolean;
}

/** What an act comes to: what is answered, what goes on record, and what is done besides. */
export interface Verdict extends AnswerParts {
  readonly accepted: boolean;
  /** As the log keeps it. */
  readonly record: object;
  readonly bundleIds?: readonly number[];
  /** Key of the act that it undoes or settles. */
  readonly about?: string;
  /** Who it turned out to be, when not whoever sent it. */
  readonly by?: string | null;
  /** What follows from it, once it is in the log under its arrival number. */
  readonly after?: (n: number) => void;
}
