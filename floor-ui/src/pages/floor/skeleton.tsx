import { useFloorWords } from "../../i18n/floor-words.ts";

const TILES = Array.from({ length: 12 }, (_, index) => index);

/** The page before its data: calls first, then grey tiles; no spinner. */
export function Skeleton() {
  const { t } = useFloorWords();
  return (
    <div class="fd-page fd-blank">
      <p class="fd-vh" role="status">
        {t.floor.loading}
      </p>
      <section class="fd-box fd-calls" aria-label={t.floorCalls.title} />
      <section class="fd-box fd-numbers" aria-hidden="true" />
      <section class="fd-box fd-stops" aria-hidden="true" />
      <section class="fd-line" aria-hidden="true">
        <div class="fd-floor" style={{ "--columns": 6 }}>
          {TILES.map((index) => (
            <span
              key={index}
              class="fd-st blank"
              style={{ "--row": Math.floor(index / 6) + 1, "--column": (index % 6) + 1 }}
            />
          ))}
        </div>
      </section>
    </div>
  );
}
