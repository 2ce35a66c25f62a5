import { useScreen } from "../data/screen-context.ts";
import { useI18n } from "../i18n/i18n.ts";
import { Top } from "../ui/top.tsx";
import "../styles/wall.css";

/** « Écran à relancer », with the clock still running, until the server answers and the page reloads. */
export function BrokenPage() {
  const { picture } = useScreen();
  const { t, timeParts } = useI18n();
  const now = picture.now.value;
  const clock = now === null ? null : timeParts(now);
  return (
    <div class="wall notice">
      <Top
        view={{
          title: t.home.title,
          order: null,
          day: null,
          message: null,
          age: { kind: "offline", text: t.live.broken },
          clock,
        }}
      />
      <main>
        <h2>{t.live.broken}</h2>
        <p>{t.live.brokenHint}</p>
      </main>
    </div>
  );
}
