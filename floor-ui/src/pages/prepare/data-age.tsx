import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { Freshness } from "../../data/picture.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";

/** Until then what is shown is as good as new. */
const OLD_MS = 30_000;

/** Of when what the page shows is, once that is a while ago or nobody answers any more; and to read it again ([MD11]). */
export function DataAge() {
  const { age } = useDesk();
  const { picture } = useScreen();
  const i18n = useDeskWords();
  const now = picture.now.value;
  const readAt = age.readAt.value;
  const isAway = isStale(picture.freshness.value);
  const isLost = isAway || age.isUnreached.value;
  const wasAway = useRef(isAway);
  useEffect(() => {
    // Whoever looks at old figures need not ask for new ones when the server is back.
    if (wasAway.current && !isAway) age.readAgain();
    wasAway.current = isAway;
  }, [age, isAway]);
  if (readAt === null || now === null) return null;
  const old = age.now() - readAt;
  if (old < OLD_MS && !isLost) return null;
  const at = now - old;
  const time = i18n.time(at);
  const isToday = i18n.dayOf(at) === i18n.dayOf(now);
  const { prepare: words } = i18n.t;
  const text = isToday ? words.dataOf(time) : words.dataOfDay(i18n.dayMonthAt(at), time);
  return (
    <p class={isLost ? "data-age stale" : "data-age"} role="status">
      {isLost ? words.dataLost(text) : text}
      <button type="button" class="plain" onClick={age.readAgain}>
        {words.readAgain}
      </button>
    </p>
  );
}

function isStale(freshness: Freshness): boolean {
  return freshness === "stale" || freshness === "offline";
}
