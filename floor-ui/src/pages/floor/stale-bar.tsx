import { useErrands } from "../../data/floor/floor-context.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Glyph } from "../../ui/glyph.tsx";

/** What is shown is old, or a touch got no answer: of when it is, and what becomes of touches meanwhile ([FL14], [FL19]). */
export function StaleBar() {
  const { freshness, heardAt } = useScreen().picture;
  const { t, time } = useFloorWords();
  const waiting = useErrands().all.value.filter(({ state }) => state === "waiting").length;
  const isOld = (freshness.value === "stale" || freshness.value === "offline") && heardAt.value > 0;
  const counted = waiting > 0 ? [`${t.floor.toSendCount(waiting)}.`] : [];
  const said = isOld ? [t.floor.staleAt(time(heardAt.value)), ...counted] : counted;
  return (
    <div role="status" class="fd-stale-place">
      {said.length > 0 && (
        <p class="fd-stale">
          <Glyph shape="waiting" />
          <b>{said.join(" ")}</b>
          <span>{t.floor.staleHint}</span>
        </p>
      )}
    </div>
  );
}
