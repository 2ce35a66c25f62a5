import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Floor } from "../../ui/floor.tsx";
import { HourBars } from "../../ui/hour-bars.tsx";
import { Numbers, NumbersBand } from "../../ui/numbers.tsx";
import { Tile } from "../../ui/tile.tsx";
import { hoursView } from "./hours-view.ts";
import { numbersView } from "./numbers-view.ts";
import type { PagePart } from "./paging.ts";
import { bottleneckIds, followLine, followStation } from "./rows.ts";
import { tileView } from "./tile-view.ts";
import { useScene, useWall } from "./wall-context.ts";

/** In no id. */
const SEPARATOR = " ";

interface LineProps {
  readonly lineId: string;
}

/** The left column: the line in figures, and hour by hour. */
export function LineFigures({ lineId }: LineProps) {
  const scene = useScene();
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
export function LineBand({ lineId }: LineProps) {
  const scene = useScene();
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
export function LineFloor({ part }: { readonly part: PagePart }) {
  const { store, asOf } = useScreen().picture;
  const { head } = useWall();
  const { t } = useI18n();
  const line = store.line(part.lineId)?.peek();
  // Once a second for the whole line: it looks at all its stations.
  const bottlenecks = useComputed(() =>
    bottleneckIds(store, part.lineId, { now: asOf.value, windows: head.windows }).join(SEPARATOR),
  );
  return (
    <Floor
      label={t.wall.stations(line?.name ?? part.lineId)}
      ids={part.stationIds}
      shape={part.shape}
      tile={(id) => <StationTile stationId={id} bottlenecks={bottlenecks} />}
    />
  );
}

interface StationTileProps {
  readonly stationId: string;
  /** Ids of its line's. */
  readonly bottlenecks: ReadonlySignal<string>;
}

function StationTile({ stationId, bottlenecks }: StationTileProps) {
  const scene = useScene();
  const isBottleneck = useComputed(() => bottlenecks.value.split(SEPARATOR).includes(stationId));
  const { store } = useScreen().picture;
  const station = followStation(store, stationId, isBottleneck.value);
  return station === null ? null : <Tile view={tileView(station, scene)} />;
}
