import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { isStopId } from "./stops-view.ts";

/** How far something on this row is that was wanted and is not done: « À envoyer », « Non enregistré · Réessayer », or why not. */
export function RowState({ about }: { readonly about: string }) {
  const errands = useErrands();
  const { t } = useFloorWords();
  const mine = errands.all.value.filter((errand) => errand.about === about && errand.hasRow);
  return (
    <div role="status" class="fd-state">
      {mine.map(({ id, state, text, message }) => {
        switch (state) {
          case "waiting":
            return (
              <p key={id} class="to-send">
                <FloorIcon name="clock" />
                {t.floor.toSend}
              </p>
            );
          case "failed":
            return (
              <p key={id} class="failed">
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
          case "refused":
            return (
              <p key={id} class="failed">
                <span>
                  {message} {isStopId(about) && t.floorStops.changed}
                </span>
                <button type="button" class="fd-b" onClick={() => errands.forget(id)}>
                  {t.floor.seen}
                </button>
              </p>
            );
          default:
            return null;
        }
      })}
    </div>
  );
}

/** Whether something about this row is on its way: its buttons wait for it. */
export function useIsUnderWay(): (about: string) => boolean {
  const all = useErrands().all.value;
  return (about) =>
    all.some((each) => each.about === about && ["sending", "waiting"].includes(each.state));
}

/** Whether something about this row was just taken: the row need not wait for the next reading to go. */
export function useIsJustSaid(): (about: string) => boolean {
  const all = useErrands().all.value;
  return (about) =>
    all.some((each) => each.about === about && each.state === "taken" && each.takeBack !== null);
}
