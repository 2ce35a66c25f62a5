import { useCan, useSession } from "../../data/session/use-session.ts";
import { type StartDraft, stepsOf } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { Refused } from "../prepare/said.tsx";
import { Already } from "./already.tsx";
import { CounterStep } from "./counter-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { HoursStep } from "./hours-step.tsx";
import { LineStep } from "./line-step.tsx";
import { NameStep } from "./name-step.tsx";
import { OrderStep } from "./order-step.tsx";
import { PieceStep } from "./piece-step.tsx";
import { StartFrame } from "./start-frame.tsx";
import { type Start, useStart } from "./use-start.ts";
import { Welcome } from "./welcome.tsx";
import { ZoneStep } from "./zone-step.tsx";

/** `/start`: from an empty data folder to the first counted piece, one question at a time. */
export function StartPage() {
  return (
    <StartFrame>
      <Known />
    </StartFrame>
  );
}

/** Nothing is asked of the server for whom it would answer nothing. */
function Known() {
  const session = useSession();
  if (session.me.value === null && !session.isUnreached.value) return null;
  return session.can("board.read") ? <Begin /> : <Welcome />;
}

function Begin() {
  const canSet = useCan("settings.write");
  const start = useStart();
  if (start.owner === "other") return <Already start={start} />;
  if (!canSet) return <Welcome />;
  if (start.owner === "unknown")
    return start.refusal === null ? null : <Refused refusal={start.refusal} />;
  return (
    <>
      <Progress draft={start.draft} />
      <Step start={start} />
    </>
  );
}

/** « 2 sur 7 », and as a length. */
function Progress({ draft }: { readonly draft: StartDraft }) {
  const { t } = useStartWords();
  const steps = stepsOf(draft);
  const at = draft.step === "done" ? steps.length : steps.indexOf(draft.step) + 1;
  if (draft.step === "done") return null;
  return (
    <div class="st-progress">
      <p>{t.progress(at, steps.length)}</p>
      <ol aria-hidden="true">
        {steps.map((step, index) => (
          <li key={step} class={index < at ? "past" : ""} />
        ))}
      </ol>
      <p class="st-kept">{t.kept}</p>
    </div>
  );
}

function Step({ start }: { readonly start: Start }) {
  switch (start.draft.step) {
    case "name":
      return <NameStep start={start} />;
    case "zone":
      return <ZoneStep start={start} />;
    case "hours":
      return <HoursStep start={start} />;
    case "line":
      return <LineStep start={start} />;
    case "counter":
      return <CounterStep start={start} />;
    case "piece":
      return <PieceStep start={start} />;
    case "order":
      return <OrderStep start={start} />;
    case "done":
      return <DoneStep draft={start.draft} />;
  }
}
