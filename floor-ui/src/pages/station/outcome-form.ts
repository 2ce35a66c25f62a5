import type { Defect, Outcome } from "@trame/shared";

/** What pieces can be besides good. */
export type Fault = "rework" | "second" | "scrap";

/** What is being said of a bundle's pieces. Good ones are what is neither faulty nor for later. */
export interface OutcomeForm extends Readonly<Record<Fault, number>> {
  /** Pieces that may be declared. */
  readonly total: number;
  /** Pieces that are for later. */
  readonly rest: number;
}

/** All good, nothing for later. */
export function startForm(total: number): OutcomeForm {
  return { total, rest: 0, rework: 0, second: 0, scrap: 0 };
}

export function faultyOf({ rework, second, scrap }: OutcomeForm): number {
  return rework + second + scrap;
}

export function goodOf(form: OutcomeForm): number {
  return form.total - form.rest - faultyOf(form);
}

/** Fewer good ones leave more for later. */
export function withGood(form: OutcomeForm, good: number): OutcomeForm {
  const most = form.total - faultyOf(form);
  return { ...form, rest: most - Math.min(Math.max(0, good), most) };
}

/** A faulty piece is taken from the good ones, and from what is for later only when no good one is left. */
export function withFault(form: OutcomeForm, fault: Fault, pieces: number): OutcomeForm {
  const others = faultyOf(form) - form[fault];
  const next = { ...form, [fault]: Math.min(Math.max(0, pieces), form.total - others) };
  return { ...next, rest: Math.min(form.rest, form.total - faultyOf(next)) };
}

export function outcomeOf(form: OutcomeForm): Outcome {
  const { rework, second, scrap } = form;
  return { good: goodOf(form), rework, second, scrap };
}

/** How many pieces have which defect, by its code. */
export type DefectCounts = Readonly<Record<string, number>>;

/** Faulty pieces whose defect nobody named yet. */
export function unexplained(form: OutcomeForm, counts: DefectCounts): number {
  return faultyOf(form) - Object.values(counts).reduce((sum, pieces) => sum + pieces, 0);
}

/** The defects to record; `operation` is the one at fault, null when nobody knows. */
export function defectsOf(counts: DefectCounts, operation: string | null): Defect[] {
  return Object.entries(counts)
    .filter(([, pieces]) => pieces > 0)
    .map(([defect, pieces]) => ({ defect, operation, pieces }));
}
