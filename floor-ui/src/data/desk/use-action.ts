import { useState } from "preact/hooks";
import type { DeskAnswer, DeskRefusal } from "./desk-api.ts";

/** What came of the last thing a person did on a page. */
export type Outcome =
  | { readonly kind: "done"; readonly text: string }
  | { readonly kind: "refused"; readonly refusal: DeskRefusal };

/** Something a person does, and what came of it. */
export interface Action {
  readonly isBusy: boolean;
  /** null until something was done. */
  readonly outcome: Outcome | null;
  /** Does it, says `text` when it worked; the value then, null when it was refused. */
  run<Value>(doing: Promise<DeskAnswer<Value>>, text: string): Promise<Value | null>;
  clear(): void;
}

export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return {
    isBusy,
    outcome,
    async run(doing, text) {
      setBusy(true);
      const answer = await doing;
      setBusy(false);
      setOutcome(answer.ok ? { kind: "done", text } : { kind: "refused", refusal: answer });
      return answer.ok ? answer.value : null;
    },
    clear: () => setOutcome(null),
  };
}
