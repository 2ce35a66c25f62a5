import { useComputed } from "@preact/signals";
import { useLocation } from "preact-iso";
import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useCauses } from "../../data/use-causes.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { LineCards } from "../../ui/line-cards.tsx";
import { findLineId } from "./line-id.ts";
import { lineCardView } from "./overview-view.ts";
import { type Page, type PagePart, pageAt, pagesOf, rotateMs } from "./paging.ts";
import { Paired } from "./paired.tsx";
import { LineBand, LineFigures, LineFloor } from "./parts.tsx";
import { wholeLine } from "./rows.ts";
import { useScene, WallContext } from "./wall-context.ts";
import { WallLegend } from "./wall-legend.tsx";
import { BlankWall, WallNotice } from "./wall-notice.tsx";
import { WallStrip } from "./wall-strip.tsx";
import { WallTop } from "./wall-top.tsx";
import "../../styles/wall.css";
import "../../styles/figures.css";
import "../../styles/hours.css";
import "../../styles/floor.css";
import "../../styles/tile.css";
import "../../styles/tile-states.css";
import "../../styles/strip.css";
import "../../styles/lines.css";
import "../../styles/wall-narrow.css";

/** `/wall`: all lines. */
export function AllLinesWall() {
  return (
    <Paired>
      <AllLines />
    </Paired>
  );
}

function AllLines() {
  const head = useScreen().picture.store.head.value;
  const { t } = useI18n();
  if (head === null) return <BlankWall />;
  if (head.workshop === null) return <WallNotice title={t.wall.noWorkshop} />;
  if (head.lineIds.length === 0) return <WallNotice title={t.wall.noLines} />;
  return <Wall head={head} lineIds={head.lineIds} />;
}

/** `/wall/L1`: one line. */
export function LineWall({ lineId = "" }: { readonly lineId?: string }) {
  return (
    <Paired>
      <OneLine lineId={lineId} />
    </Paired>
  );
}

function OneLine({ lineId }: { readonly lineId: string }) {
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
  const causes = useCauses();
  const rotate = rotateMs(useLocation().query["rotate"]);
  const pages = pagesOf(
    lineIds.map((lineId) => ({ lineId, stationIds: store.line(lineId)?.peek().stationIds ?? [] })),
    rotate !== null,
  );
  const turn = useComputed(() => pageAt(picture.now.value, pages.length, rotate ?? undefined));
  const index = Math.min(turn.value, pages.length - 1);
  const page = pages[index];
  if (page === undefined) return null;
  const shownIds = page.kind === "overview" ? page.lineIds : page.parts.map(({ lineId }) => lineId);
  const isOffline = picture.freshness.value === "offline";
  return (
    <WallContext.Provider value={{ head, causes }}>
      <div class={isOffline ? "wall offline" : "wall"}>
        <WallTop lineIds={page.kind === "overview" ? lineIds : shownIds} />
        <Body page={page} />
        <WallLegend page={page} current={index + 1} total={pages.length} />
        <WallStrip shownIds={shownIds} lineIds={lineIds} />
      </div>
    </WallContext.Provider>
  );
}

interface PageProps {
  readonly page: Page;
}

function Body({ page }: PageProps) {
  if (page.kind === "overview") return <Overview lineIds={page.lineIds} />;
  const [part, ...others] = page.parts;
  if (part === undefined) return null;
  if (others.length > 0) return <Bands parts={page.parts} />;
  return (
    <main class="one">
      <LineFigures lineId={part.lineId} />
      <LineFloor part={part} />
    </main>
  );
}

function Bands({ parts }: { readonly parts: readonly PagePart[] }) {
  const rows = parts.map(({ shape }) => shape.rows);
  const bands = rows.map((count) => `minmax(0, ${count}fr)`).join(" ");
  const total = rows.reduce((sum, count) => sum + count, 0);
  return (
    <main class="bands" style={{ "--bands": bands, "--band-rows": total }}>
      {parts.map((part) => (
        <div class="line-band" key={part.lineId}>
          <LineBand lineId={part.lineId} />
          <LineFloor part={part} />
        </div>
      ))}
    </main>
  );
}

/** All lines at a glance, each second: nobody follows single pieces of a whole workshop. */
function Overview({ lineIds }: { readonly lineIds: readonly string[] }) {
  const { store } = useScreen().picture;
  const scene = useScene();
  const { wall } = scene.i18n.t;
  const lines = lineIds.flatMap((id) => wholeLine(store, id) ?? []);
  return (
    <main class="overview">
      <LineCards
        label={wall.lines}
        stations={wall.overviewStations}
        lines={lines.map((line) => lineCardView(line, scene))}
      />
    </main>
  );
}
