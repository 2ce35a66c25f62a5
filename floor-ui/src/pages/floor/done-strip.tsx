import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Errand } from "../../data/floor/errand.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { GroupReach } from "./group-reach.tsx";
import { inStrip } from "./strip-view.ts";

/** At the foot of the page, where the thumb is, one strip: how far is what has no row, and what was just done can be taken back ([FL23]). */
export function DoneStrip() {
  const errands = useErrands();
  const { t } = useFloorWords();
  const [isWhole, setWhole] = useState(false);
  const all = inStrip(errands.all.value);
  const shown = isWhole ? all : all.slice(0, 1);
  const more = all.length - 1;
  return (
    <section class="fd-strip" aria-label={t.floor.done}>
      <div role="status">
        {shown.map((errand, index) => (
          <DoneLine key={errand.id} errand={errand}>
            {index === 0 && more > 0 && (
              <button
                type="button"
                class="fd-b"
                aria-expanded={isWhole}
                aria-label={t.floor.moreOf(more)}
                onClick={() => setWhole(!isWhole)}
              >
                {t.floor.more(more)}
              </button>
            )}
          </DoneLine>
        ))}
      </div>
    </section>
  );
}

interface LineProps {
  readonly errand: Errand;
  readonly children: ComponentChildren;
}

function DoneLine({ errand, children }: LineProps) {
  switch (errand.state) {
    case "taken":
      return <Taken errand={errand}>{children}</Taken>;
    case "sending":
    case "waiting":
      return <UnderWay errand={errand}>{children}</UnderWay>;
    default:
      return <NotTaken errand={errand}>{children}</NotTaken>;
  }
}

function Taken({ errand, children }: LineProps) {
  const errands = useErrands();
  const { t } = useFloorWords();
  const { id, text } = errand;
  return (
    <p>
      <FloorIcon name="check" />
      <span>
        {t.floor.noted(text)}
        <GroupReach errand={errand} />
      </span>
      <button
        type="button"
        class="fd-b"
        aria-label={t.floor.takeBackOf(text)}
        onClick={() => errands.takeBack(id)}
      >
        {t.floor.takeBack}
      </button>
      {children}
    </p>
  );
}

function UnderWay({ errand: { state, text }, children }: LineProps) {
  const { t } = useFloorWords();
  const isWaiting = state === "waiting";
  return (
    <p class={isWaiting ? "to-send" : undefined}>
      <FloorIcon name="clock" />
      <span>{isWaiting ? t.floor.toSendOf(text) : t.floor.savingOf(text)}</span>
      {children}
    </p>
  );
}

function NotTaken({ errand: { id, state, text, message }, children }: LineProps) {
  const errands = useErrands();
  const { t } = useFloorWords();
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
      {children}
    </p>
  );
}
