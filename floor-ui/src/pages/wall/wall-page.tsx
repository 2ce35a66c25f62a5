import { useComputed } from "@preact/signals";
import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Icon } from "../../ui/icon.tsx";
import { Legend } from "../../ui/legend.tsx";
import { legendView } from "./legend-view.ts";
import { findLineId } from "./line-id.ts";
import { type Page, pageAt, pagesOf } from "./paging.ts";
import { LineBand, LineFigures, LineFloor, WallStrip, WallTop } from "./parts.tsx";
import { BlankWall, WallNotice } from "./wall-notice.tsx";
import "../../styles/wall.css";
import "../../styles/figures.css";
import "../../styles/hours.css";
import "../../styles/floor.css";
import "../../styles/tile.css";
import "../../styles/strip.css";
import "../../styles/wall-narrow.css";

/** `/wall`: all lines. */
export function AllLinesWall() {
  const head = useScreen().picture.store.head.value;
  const { t } = useI18n();
  if (head === null) return <BlankWall />;
  if (head.workshop === null) return <WallNotice title={t.wall.noWorkshop} />;
  if (head.lineIds.length === 0) return <WallNotice title={t.wall.noLines} />;
  return <Wall head={head} lineIds={head.lineIds} />;
}

/** `/wall/L1`: one line. */
export function LineWall({ lineId = "" }: { readonly lineId?: string }) {
  const head = useScreen().picture.store.head.value;
  const { t } = useI18n();
  if (head === null) return <BlankWall />;
  if (head.workshop === null) return <WallNotice title={t.wall.noWorkshop} />;
  const found = findLineId(head.lineIds, lineId);
  if (found === null) return <WallNotice title={t.wall.unknownLine(lineId)} />;
  return <Wall head={head} lineIds={[found]} />;
}

interface WallProps {
  readonly head: BoardHead;
  readonly lineIds: readonly string[];
}

function Wall({ head, lineIds }: WallProps) {
  const { picture } = useScreen();
  const { store } = picture;
  const lines = lineIds.map((lineId) => ({
    lineId,
    stationIds: store.line(lineId)?.peek().stationIds ?? [],
  }));
  const pages = pagesOf(lines);
  const turn = useComputed(() => pageAt(picture.now.value, pages.length));
  const index = Math.min(turn.value, pages.length - 1);
  const page = pages[index] ?? [];
  const isOffline = picture.freshness.value === "offline";
  return (
    <div class={isOffline ? "wall offline" : "wall"}>
      <WallTop page={page} head={head} />
      {page.length > 1 ? <Bands page={page} head={head} /> : <OneLine page={page} head={head} />}
      <WallLegend head={head} page={page} current={index + 1} total={pages.length} />
      <WallStrip head={head} page={page} lineIds={lineIds} />
    </div>
  );
}

interface PageProps {
  readonly page: Page;
  readonly head: BoardHead;
}

function OneLine({ page, head }: PageProps) {
  const part = page[0];
  if (part === undefined) return null;
  return (
    <main class="one">
      <LineFigures lineId={part.lineId} head={head} />
      <LineFloor part={part} head={head} />
    </main>
  );
}

function Bands({ page, head }: PageProps) {
  const rows = page.map(({ shape }) => shape.rows);
  const bands = rows.map((count) => `minmax(0, ${count}fr)`).join(" ");
  const total = rows.reduce((sum, count) => sum + count, 0);
  return (
    <main class="bands" style={{ "--bands": bands, "--band-rows": total }}>
      {page.map((part) => (
        <div class="line-band" key={part.lineId}>
          <LineBand lineId={part.lineId} head={head} />
          <LineFloor part={part} head={head} />
        </div>
      ))}
    </main>
  );
}

function WallLegend(props: PageProps & { current: number; total: number }) {
  const { picture, theme } = useScreen();
  const i18n = useI18n();
  const { wall } = i18n.t;
  const { head, page, current, total } = props;
  const isDark = theme.theme.value === "dark";
  const hasTarget = page.some(
    ({ lineId }) => (picture.store.line(lineId)?.peek().target ?? null) !== null,
  );
  const pages = { current, total, label: wall.pages(current, total) };
  return (
    <Legend {...legendView({ head, asOf: picture.asOf.value, i18n }, hasTarget)} pages={pages}>
      <button
        class="theme"
        type="button"
        aria-label={isDark ? wall.light : wall.dark}
        onClick={theme.toggle}
      >
        <Icon name={isDark ? "sun" : "moon"} />
      </button>
    </Legend>
  );
}
