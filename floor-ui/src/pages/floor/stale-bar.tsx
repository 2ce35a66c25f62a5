import { useScreen } from "../../data/screen-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Glyph } from "../../ui/glyph.tsx";

/** What is shown is old: of when, and what becomes of a touch meanwhile. */
export function StaleBar() {
  const { freshness, heardAt } = useScreen().picture;
  const { t, time } = useFloorWords();
  const isOld = freshness.value === "stale" || freshness.value === "offline";
  return (
    <div role="status" class="fd-stale-place">
      {isOld && heardAt.value > 0 && (
        <p class="fd-stale">
          <Glyph shape="waiting" />
          <b>{t.floor.staleAt(time(heardAt.value))}</b>
          <span>{t.floor.staleHint}</span>
        </p>
      )}
    </div>
  );
}
