import type { Errand } from "../../data/floor/errand.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";

interface StateProps {
  readonly about: string;
  /** The row itself says that it is on its way. */
  readonly isAnswered?: boolean;
  /** There is still something to choose on the row. */
  readonly canChoose?: boolean;
  /** What holds there by now, where others were faster; null where it is not known. */
  readonly heldNow?: string | null;
}

/** How far something on this row is that was wanted and is not done: « J’enregistre… », « À envoyer », « Non enregistré · Réessayer », or why not. */
export function RowState({ about, isAnswered = false, ...refusal }: StateProps) {
  const errands = useErrands();
  const mine = errands.all.value.filter((errand) => errand.about === about && errand.hasRow);
  return (
    <div role="status" class="fd-state">
      {mine.map((errand) => {
        switch (errand.state) {
          case "sending":
          case "waiting":
            return isAnswered ? null : <UnderWay key={errand.id} errand={errand} />;
          case "failed":
            return <Failed key={errand.id} errand={errand} />;
          case "refused":
            return <Refused key={errand.id} errand={errand} {...refusal} />;
          default:
            return null;
        }
      })}
    </div>
  );
}

function UnderWay({ errand: { state, isSlow } }: { readonly errand: Errand }) {
  const { t } = useFloorWords();
  if (state === "sending" && !isSlow) return null;
  return (
    <p class={state === "waiting" ? "to-send" : undefined}>
      <FloorIcon name="clock" />
      {state === "waiting" ? t.floor.toSend : t.floor.saving}
    </p>
  );
}

function Failed({ errand: { id, text, message } }: { readonly errand: Errand }) {
  const errands = useErrands();
  const { t } = useFloorWords();
  return (
    <p class="failed">
      <b>{t.floor.notSaved}</b>
      {message !== "" && <span>{message}</span>}
      <button
        type="button"
        class="fd-b"
        aria-label={t.floor.retryOf(text)}
        onClick={() => errands.retry(id)}
      >
        {t.floor.retry}
      </button>
    </p>
  );
}

function Refused(props: Omit<StateProps, "about" | "isAnswered"> & { readonly errand: Errand }) {
  const { errand, canChoose = false, heldNow = null } = props;
  const errands = useErrands();
  const { t } = useFloorWords();
  const said = errand.code === "stop-changed" ? (heldNow ?? errand.message) : errand.message;
  return (
    <p class="failed">
      <span>
        {said} {canChoose && t.floorStops.changed}
      </span>
      <button type="button" class="fd-b" onClick={() => errands.forget(errand.id)}>
        {t.floor.seen}
      </button>
    </p>
  );
}

/** Whether something about this row is on its way: its buttons wait for it. */
export function useIsUnderWay(): (about: string) => boolean {
  const all = useErrands().all.value;
  return (about) =>
    all.some((each) => each.about === about && ["sending", "waiting"].includes(each.state));
}
