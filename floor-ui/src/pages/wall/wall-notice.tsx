import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Floor } from "../../ui/floor.tsx";
import { floorShape } from "../../ui/thread.ts";
import { BlankTile } from "../../ui/tile.tsx";
import { Top } from "../../ui/top.tsx";
import { useHref } from "../href.ts";
import { ageView } from "./top-view.ts";

const BLANK = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Before the first snapshot: the places of the stations, grey. */
export function BlankWall() {
  const { t } = useI18n();
  return (
    <div class="wall blank">
      <PlainTop />
      <main class="one">
        <section class="left" aria-label={t.wall.loading}>
          <p class="empty">{t.wall.loading}</p>
        </section>
        <Floor
          label={t.wall.loading}
          ids={BLANK}
          shape={floorShape(BLANK.length)}
          tile={(id) => <BlankTile number={id} />}
        />
      </main>
    </div>
  );
}

/** A wall that has nothing to show says why and where to go. */
export function WallNotice({ title }: { readonly title: string }) {
  const { picture } = useScreen();
  const { t } = useI18n();
  const href = useHref();
  const head = picture.store.head.value;
  return (
    <div class="wall notice">
      <PlainTop />
      <main>
        <h2>{title}</h2>
        {head?.workshop === null ? (
          <p>
            <a href={href("/")}>{t.wall.noWorkshopHint}</a>
          </p>
        ) : (
          <>
            {(head?.lineIds.length ?? 0) > 0 && <p>{t.wall.unknownLineHint}</p>}
            <ul>
              {head?.lineIds.map((lineId) => (
                <li key={lineId}>
                  <a href={href(`/wall/${encodeURIComponent(lineId)}`)}>
                    {picture.store.line(lineId)?.value.name ?? lineId}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </div>
  );
}

function PlainTop() {
  const { picture } = useScreen();
  const i18n = useI18n();
  const now = picture.now.value;
  const age = { freshness: picture.freshness.value, heardAt: picture.heardAt.value, now };
  const title = picture.store.head.value?.workshop?.name ?? i18n.t.home.title;
  const clock = now === null ? null : i18n.timeParts(now);
  return (
    <Top view={{ title, order: null, day: null, message: null, age: ageView(age, i18n), clock }} />
  );
}
