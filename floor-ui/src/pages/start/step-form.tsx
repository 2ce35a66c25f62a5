import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useStartWords } from "../../i18n/start.ts";
import { Refused } from "../prepare/said.tsx";
import type { Start } from "./use-start.ts";

/** One question: its answer, what is wrong with it, back and on. */
export function StepForm(props: {
  readonly start: Start;
  readonly question: string;
  readonly hint?: string;
  /** What is to be mended before one goes on; null when nothing is. */
  readonly fault?: string | null;
  readonly onNext: () => void;
  /** Instead of « Continuer », for going on before what is asked for is there: no expected action. */
  readonly nextLabel?: string;
  /** A question that may be left for later. */
  readonly onSkip?: () => void;
  readonly children: ComponentChildren;
}) {
  const { start, question, hint, fault = null, onNext, nextLabel, onSkip, children } = props;
  const { t } = useStartWords();
  return (
    <form
      class="st-card"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        if (!start.isBusy) onNext();
      }}
    >
      <Question text={question} />
      {hint !== undefined && <p class="about">{hint}</p>}
      {children}
      <div role="status" class="said">
        {fault !== null && <p class="fault">{fault}</p>}
        {start.refusal !== null && <Refused refusal={start.refusal} />}
      </div>
      <div class="st-turn">
        {start.draft.step !== "name" && (
          <button type="button" class="plain" disabled={start.isBusy} onClick={start.back}>
            {t.back}
          </button>
        )}
        {onSkip !== undefined && (
          <button type="button" class="plain st-skip" disabled={start.isBusy} onClick={onSkip}>
            {t.skip}
          </button>
        )}
        <button
          type="submit"
          class={nextLabel === undefined ? "act" : "plain st-on"}
          disabled={start.isBusy}
        >
          {start.isBusy ? t.saving : (nextLabel ?? t.next)}
        </button>
      </div>
    </form>
  );
}

/** Takes the focus, so that a new question is read aloud and the Tab key begins at it. */
export function Question({ text }: { readonly text: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h1 ref={title} tabIndex={-1} class="st-question">
      {text}
    </h1>
  );
}
