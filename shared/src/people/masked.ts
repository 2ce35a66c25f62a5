/** A figure that is joined with people is told of so many of them and more. */
export const GROUP_MIN = 4;

/** A figure of an operation, and whose badges it was joined with. */
export interface GroupFigure {
  readonly people: ReadonlySet<string>;
}

/** Whether a figure would point at somebody: it is of one, two or three people. One that is joined with nobody names nobody. */
export function isMasked({ people }: GroupFigure): boolean {
  return people.size > 0 && people.size < GROUP_MIN;
}

/**
 * Whether the sum of some figures can be told beside them: what is left when the told ones are taken off it must be of
 * nobody, or of a group that is large enough itself.
 */
export function isSumTellable(figures: readonly GroupFigure[]): boolean {
  const hidden = new Set(figures.filter(isMasked).flatMap(({ people }) => [...people]));
  return hidden.size === 0 || hidden.size >= GROUP_MIN;
}
