import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Floor } from "../../ui/floor.tsx";
import { HourBars } from "../../ui/hour-bars.tsx";
import { Numbers, NumbersBand } from "../../ui/numbers.tsx";
import { Strip } from "../../ui/strip.tsx";
import { Tile } from "../../ui/tile.tsx";
import { Top } from "../../ui/top.tsx";
import { hoursView } from "./hours-view.ts";
import { numbersView } from "./numbers-view.ts";
import type { Page, PagePart } from "./paging.ts";
import { followLine, followStation, nameStations } from "./rows.ts";
import type { Scene } from "./scene.ts";
import { stripView } from "./strip-view.ts";
import { tileView } from "./tile-view.ts";
import { ageView } from "./top-view.ts";

/** The scene of whoever asks; it follows the seconds. */
function useScene(head: BoardHead): Scene {
  const { picture } = useScreen();
  return { head, asOf: picture.asOf.value, i18n: useI18n() };
}

interface LineProps {
  readonly lineId: string;
  readonly head: BoardHead;
}

/** The left column: the line in figures, and hour by hour. */
export function LineFigures({ lineId, head }: LineProps) {
  const scene = useScene(head);
  const shown = followLine(useScreen().picture.store, lineId);
  if (shown === null) return null;
  const { wall } = scene.i18n.t;
  const view = numbersView(shown, scene);
  const hours = hoursView(shown.line, scene);
  return (
    <section class="left" aria-label={view.label}>
      <Numbers view={view} />
      <div class="hours">
        <header>
          <p class="lab">{wall.hourByHour}</p>
          <span class="key">
            <i />
            {wall.done}
          </span>
          {shown.line.target !== null && (
            <span class="key">
              <i class="t" />
              {wall.expectedShort}
            </span>
          )}
        </header>
        {hours.bars.length > 0 && <HourBars {...hours} />}
      </div>
    </section>
  );
}

/** The same in a band, where several lines share the wall. */
export function LineBand({ lineId, head }: LineProps) {
  const scene = useScene(head);
  const shown = followLine(useScreen().picture.store, lineId);
  if (shown === null) return null;
  const view = numbersView(shown, scene);
  return (
    <section class="left" aria-label={view.label}>
      <NumbersBand view={view} />
    </section>
  );
}

/** The stations of a line, or of a part of it, on their thread. */
export function LineFloor({ part, head }: { readonly part: PagePart; readonly head: BoardHead }) {
  const { store } = useScreen().picture;
  const { t } = useI18n();
  const line = store.line(part.lineId)?.peek();
  return (
    <Floor
      label={t.wall.stations(line?.name ?? part.lineId)}
      ids={part.stationIds}
      shape={part.shape}
      tile={(id) => <StationTile stationId={id} head={head} />}
    />
  );
}

function StationTile({
  stationId,
  head,
}: {
  readonly stationId: string;
  readonly head: BoardHead;
}) {
  const scene = useScene(head);
  const station = followStation(useScreen().picture.store, stationId);
  return station === null ? null : <Tile view={tileView(station, scene)} />;
}

/** Workshop, line, day, age, clock. */
export function WallTop({ page, head }: { readonly page: Page; readonly head: BoardHead }) {
  const { picture } = useScreen();
  const i18n = useI18n();
  const now = picture.now.value;
  const age = { freshness: picture.freshness.value, heardAt: picture.heardAt.value, now };
  const names = page.map(({ lineId }) => picture.store.line(lineId)?.value.name ?? lineId);
  const lines = names.length === 1 ? names.join() : i18n.t.wall.allLines;
  return (
    <Top
      view={{
        title: [head.workshop?.name, lines].join(" — "),
        day: i18n.date(head.day),
        age: ageView(age, i18n),
        clock: now === null ? null : i18n.timeParts(now),
      }}
    />
  );
}

interface WallStripProps {
  readonly page: Page;
  readonly head: BoardHead;
  /** All lines of the wall. */
  readonly lineIds: readonly string[];
}

/** The strip at the foot: it looks at all lines of the wall, whichever page is shown. */
export function WallStrip({ page, head, lineIds }: WallStripProps) {
  const { picture } = useScreen();
  const scene = useScene(head);
  const only = page.length === 1 ? page[0] : undefined;
  const view = stripView({
    ...scene,
    stations: nameStations(picture.store, lineIds),
    shown: only === undefined ? null : followLine(picture.store, only.lineId),
    isOld: picture.freshness.value !== "fresh",
  });
  return <Strip view={view} />;
}
