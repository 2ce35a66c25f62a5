import type { Errand } from "../../data/floor/errand.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";

/** At the foot of the page, where the thumb is: what was just done can be taken back, and what has no row says how far it is. */
export function DoneStrip() {
  const errands = useErrands();
  const { t } = useFloorWords();
  const all = errands.all.value;
  const waiting = all.filter(({ state }) => state === "waiting").length;
  const shown = all.filter(({ state, hasRow, takeBack }) => {
    if (state === "taken") return takeBack !== null;
    return !hasRow && (state === "failed" || state === "refused");
  });
  return (
    <section class="fd-strip" aria-label={t.floor.done}>
      <div role="status">
        {waiting > 0 && (
          <p class="to-send">
            <FloorIcon name="clock" />
            {t.floor.toSendCount(waiting)}
          </p>
        )}
        {shown.map((errand) => (
          <DoneLine key={errand.id} errand={errand} />
        ))}
      </div>
    </section>
  );
}

function DoneLine({ errand }: { readonly errand: Errand }) {
  const errands = useErrands();
  const { t } = useFloorWords();
  const { id, state, text, message } = errand;
  if (state === "taken") {
    return (
      <p>
        <FloorIcon name="check" />
        <span>{t.floor.noted(text)}</span>
        <button
          type="button"
          class="fd-b"
          aria-label={t.floor.takeBackOf(text)}
          onClick={() => errands.takeBack(id)}
        >
          {t.floor.takeBack}
        </button>
      </p>
    );
  }
  return (
    <p class="failed">
      <span>
        <b>{t.floor.notSaved}</b> {text} {message}
      </span>
      {state === "failed" && (
        <button
          type="button"
          class="fd-b"
          aria-label={t.floor.retryOf(text)}
          onClick={() => errands.retry(id)}
        >
          {t.floor.retry}
        </button>
      )}
      <button type="button" class="fd-b" onClick={() => errands.forget(id)}>
        {t.floor.seen}
      </button>
    </p>
  );
}
