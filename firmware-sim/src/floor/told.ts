import type { ActAnswer } from "@trame/shared";
import type { Act } from "./act.ts";
import type { Answer } from "./api.ts";

/** An answer that nobody planned. */
export interface Surprise {
  readonly act: Pick<Act, "path" | "stationId" | "at" | "key">;
  /** What the server said. */
  readonly said: string;
}

/** What the server answered. */
export interface Answered {
  readonly taken: number;
  /** Mistakes that were refused as they should be. */
  readonly refused: number;
  readonly surprises: readonly Surprise[];
  /** Keys of the acts that are to be in conflict. */
  readonly plannedConflicts: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Keeps what the server said, and what of it nobody planned. */
export interface Told {
  hear(act: Act, answer: Answer): void;
  /** The same act was sent again: it gets the same answer. */
  compare(act: Act, first: Answer, second: Answer | null): void;
  read(): Answered;
}

export function createTold(): Told {
  const surprises: Surprise[] = [];
  const plannedConflicts = new Set<string>();
  const keys = new Set<string>();
  let taken = 0;
  let refused = 0;

  function surprise({ path, stationId, at, key }: Act, said: string): void {
    surprises.push({ act: { path, stationId, at, key }, said });
  }

  return {
    hear(act, { status, body }) {
      // A refusal has these fields too.
      const answer = body as ActAnswer;
      keys.add(act.key);
      if (act.mistake === "conflict") plannedConflicts.add(act.key);
      const isRefused = status !== 200;
      if (isRefused !== (act.mistake === "refused")) {
        surprise(act, `${status} ${answer.code} ${answer.message}`);
        return;
      }
      if (isRefused) refused += 1;
      else taken += 1;
      act.onAnswer?.(answer);
    },
    compare(act, first, second) {
      if (second === null || JSON.stringify(first) === JSON.stringify(second)) return;
      surprise(act, `two answers: ${JSON.stringify([first.body, second.body])}`);
    },
    read: () => ({ taken, refused, surprises, plannedConflicts, keys }),
  };
}
