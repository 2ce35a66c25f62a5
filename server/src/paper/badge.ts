import type { Language } from "@trame/shared";

/** One person's badge. */
export interface Badge {
  /** Number in its code. */
  readonly badge: number;
  readonly pseudonym: string;
  /** Name of the picture beside the pseudonym; none when null, or when there is no such picture. */
  readonly pictogram: string | null;
}

/** Badges to be printed. */
export interface BadgesJob {
  /** Not none. */
  readonly badges: readonly Badge[];
  readonly language: Language;
}
