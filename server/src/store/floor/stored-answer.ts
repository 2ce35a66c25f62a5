import type { ActAnswer, BundleCard, OperationCard, Words } from "@trame/shared";

/** What fills a blank of an answer's sentence; words are told in the language asked for. */
export type AnswerBlank = string | number | Words;

/** An answer as it is stored: everything but its sentence, which is told in the language asked for. */
export interface StoredAnswer extends Omit<ActAnswer, "message"> {
  readonly blanks: Readonly<Record<string, AnswerBlank>>;
}

/** What an answer says besides whether it was accepted. */
export interface AnswerParts {
  readonly code: string;
  readonly blanks?: Readonly<Record<string, AnswerBlank>>;
  readonly conflict?: string | null;
  readonly bundle?: BundleCard | null;
  readonly operation?: OperationCard | null;
  readonly newCodes?: readonly string[];
  readonly assignmentId?: string;
}

/** An answer of those parts; what is not given is nothing. */
export function answerOf(
  accepted: boolean,
  isClockOff: boolean,
  { code, blanks = {}, conflict = null, bundle = null, operation = null, ...more }: AnswerParts,
): StoredAnswer {
  const { newCodes = [], assignmentId } = more;
  const answer = { accepted, code, blanks, conflict, isClockOff, bundle, operation, newCodes };
  return assignmentId === undefined ? answer : { ...answer, assignmentId };
}
