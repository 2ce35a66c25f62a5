import { useEffect, useState } from "preact/hooks";
import type { StartDraft } from "../../data/start/start-draft.ts";
import { openBrowserTrial } from "../../data/trial/browser-trial.ts";
import type { TrialCounter } from "../../data/trial/trial-counter.ts";
import { useStartWords } from "../../i18n/start.ts";

/** The page is the counter: each press goes through the broker as a machine's piece would. */
export function TrialPiece(props: { readonly draft: StartDraft; readonly isCounted: boolean }) {
  const { piece } = useStartWords().t;
  const { deviceId, secret } = props.draft;
  const [counter, setCounter] = useState<TrialCounter | null>(null);
  useEffect(() => {
    const opened = openBrowserTrial({ id: deviceId, secret });
    setCounter(opened);
    return () => opened.close();
  }, [deviceId, secret]);
  const state = counter?.state.value ?? "connecting";
  return (
    <>
      <p>{piece.trial}</p>
      <div class="st-trial">
        <button
          type="button"
          class={props.isCounted ? "plain st-sew" : "act st-sew"}
          disabled={state !== "connected"}
          onClick={() => counter?.sew()}
        >
          {piece.sew}
        </button>
        <p role="status">{piece.trialState[state]}</p>
      </div>
      <p class="about">{piece.trialNote}</p>
    </>
  );
}
