import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useCauses } from "../../data/use-causes.ts";
import { type OrderReading, useOrder } from "../../data/use-order.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Legend } from "../../ui/legend.tsx";
import { Numbers } from "../../ui/numbers.tsx";
import { type MatrixView, OrderMatrix } from "../../ui/order-matrix.tsx";
import { orderMatrices, orderNumbers } from "./order-view.ts";
import { Paired } from "./paired.tsx";
import { lookAtLine } from "./rows.ts";
import { useScene, WallContext } from "./wall-context.ts";
import { ThemeButton } from "./wall-legend.tsx";
import { BlankWall, WallNotice } from "./wall-notice.tsx";
import { WallStrip } from "./wall-strip.tsx";
import { WallTop } from "./wall-top.tsx";
import "../../styles/wall.css";
import "../../styles/figures.css";
import "../../styles/strip.css";
import "../../styles/lines.css";
import "../../styles/wall-order.css";
import "../../styles/wall-narrow.css";

/** `/wall/order/2026-118`: one order. */
export function OrderWall({ orderId = "" }: { readonly orderId?: string }) {
  return (
    <Paired>
      <AnyOrder orderId={orderId} />
    </Paired>
  );
}

function AnyOrder({ orderId }: { readonly orderId: string }) {
  const head = useScreen().picture.store.head.value;
  const { t } = useI18n();
  if (head === null) return <BlankWall />;
  if (head.workshop === null) return <WallNotice title={t.wall.noWorkshop} />;
  return <KnownOrder key={orderId} orderId={orderId} head={head} />;
}

function KnownOrder({ orderId, head }: { readonly orderId: string; readonly head: BoardHead }) {
  const { t } = useI18n();
  const state = useOrder(orderId, head.day);
  const causes = useCauses();
  if (state.kind === "unknown") return <WallNotice title={t.wall.unknownOrder(orderId)} />;
  if (state.kind === "loading") return <BlankWall />;
  return (
    <WallContext.Provider value={{ head, causes }}>
      <WholeOrder orderId={orderId} reading={state.reading} />
    </WallContext.Provider>
  );
}

function WholeOrder({ orderId, reading }: { orderId: string; reading: OrderReading }) {
  const { picture } = useScreen();
  const scene = useScene();
  const { wall } = scene.i18n.t;
  const all = scene.head.lineIds.flatMap((id) => lookAtLine(picture.store, id) ?? []);
  const lines = all.filter(({ line }) => line.orders.some((order) => order.orderId === orderId));
  const view = orderNumbers({ ...scene, reading, lines });
  const matrices = orderMatrices({ ...scene, reading, lines });
  const shownIds = lines.map(({ line }) => line.lineId);
  const names = lines.map(({ line }) => line.name).join(", ");
  const isOffline = picture.freshness.value === "offline";
  return (
    <div class={isOffline ? "wall offline" : "wall"}>
      <WallTop lineIds={scene.head.lineIds} title={wall.order(orderId)} />
      <main class="one order">
        <section class="left" aria-label={view.label}>
          <Numbers view={view} />
          <p class="sewn">{names === "" ? wall.notSewn : wall.sewnOn(names)}</p>
          <BundleCounts bundles={reading.progress.bundles} />
        </section>
        <section class="matrices" style={{ "--colours": rowsOf(matrices) }}>
          {matrices.map((matrix) => (
            <OrderMatrix key={matrix.id} view={matrix} />
          ))}
        </section>
      </main>
      <Legend large={wall.legendLarge} text={wall.legendOrder} packets={null} pages={ONE_PAGE}>
        <ThemeButton />
      </Legend>
      <WallStrip shownIds={shownIds} lineIds={scene.head.lineIds} />
    </div>
  );
}

/** Bundles of the order: how much is still to come. */
function BundleCounts({ bundles }: { readonly bundles: OrderReading["progress"]["bundles"] }) {
  const { number, t } = useI18n();
  const { wall } = t;
  const { waiting, open, outside, inRepair, out } = bundles;
  return (
    <dl class="bundles" aria-label={wall.bundles}>
      <dt>{number(waiting)}</dt>
      <dd>{wall.bundlesWaiting}</dd>
      <dt>{number(open + outside + inRepair)}</dt>
      <dd>{wall.bundlesOpen}</dd>
      <dt>{number(out)}</dt>
      <dd>{wall.bundlesOut}</dd>
    </dl>
  );
}

/** Rows that share the height: colours, and the title of each of several styles. */
function rowsOf(matrices: readonly MatrixView[]): number {
  const titles = matrices.length > 1 ? matrices.length : 0;
  return matrices.reduce((sum, { rows }) => sum + rows.length, titles);
}

const ONE_PAGE = { current: 1, total: 1, label: "" };
