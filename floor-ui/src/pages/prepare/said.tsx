import type { RefusalCode } from "@trame/shared";
import type { DeskRefusal } from "../../data/desk/desk-api.ts";
import type { Outcome } from "../../data/desk/use-action.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { useHref } from "../href.ts";

const NO_PLAN: RefusalCode = "plan-none";

/** What came of the last thing that was done; it stays until the next. */
export function Said({ outcome }: { readonly outcome: Outcome | null }) {
  return (
    <div role="status" class="said">
      {outcome?.kind === "done" && (
        <p class="ok-said">
          <DeskIcon name="check" />
          {outcome.text}
        </p>
      )}
      {outcome?.kind === "refused" && <Refused refusal={outcome.refusal} />}
    </div>
  );
}

/** Why something was not done, or could not be read, with each thing to mend. */
export function Refused({ refusal }: { readonly refusal: DeskRefusal }) {
  const { t } = useDeskWords();
  if (refusal.code === NO_PLAN) return <NoPlan />;
  const text = refusal.message === "" ? t.prepare.unreached : refusal.message;
  return (
    <div class="refusal">
      <p>
        <DeskIcon name="alert" />
        {text}
      </p>
      {refusal.faults.length > 0 && (
        <ul>
          {refusal.faults.map(({ message, path }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Nothing can be shown of a workshop that nobody described: where that begins. The server's sentence is for programs. */
export function NoPlan() {
  const { t } = useDeskWords();
  const href = useHref();
  return (
    <p class="panel">
      <span>
        {t.prepare.noPlan} <a href={href("/start")}>{t.prepare.start}</a>
      </span>
    </p>
  );
}

/** While something is read, or why it can't be; nothing once it is there. */
export function Waiting(props: {
  readonly reading: { readonly value: unknown; readonly refusal: DeskRefusal | null };
}) {
  const { t } = useDeskWords();
  const { value, refusal } = props.reading;
  if (refusal !== null) return <Refused refusal={refusal} />;
  return value === null ? <p class="about">{t.prepare.reading}</p> : null;
}
