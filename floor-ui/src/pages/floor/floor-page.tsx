import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { findLineId } from "../wall/line-id.ts";
import { BundlesPanel } from "./bundles-panel.tsx";
import { CallsPanel } from "./calls-panel.tsx";
import { DevicesPanel } from "./devices-panel.tsx";
import { FloorFrame } from "./floor-frame.tsx";
import { MachinesPanel } from "./machines-panel.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { SettlePanel } from "./settle-panel.tsx";
import { Skeleton } from "./skeleton.tsx";
import { StationsPanel } from "./stations-panel.tsx";
import { StopsPanel } from "./stops-panel.tsx";
import { TeamPanel } from "./team-panel.tsx";
import { type Floor, useFloor } from "./use-floor.ts";
import { useIsWide } from "./use-is-wide.ts";
import { WipPanel } from "./wip-panel.tsx";

/** `/floor` and `/floor/L1`: what the supervisor of a line sees and does; without a line the first one. */
export function FloorPage({ lineId }: { readonly lineId?: string }) {
  const head = useScreen().picture.store.head.value;
  const { t } = useFloorWords();
  const found = head === null ? null : lineOf(head, lineId);
  return (
    <FloorFrame lineId={found}>
      {head === null && <Skeleton />}
      {head !== null && found !== null && <LineFloor key={found} lineId={found} head={head} />}
      {head !== null && found === null && (
        <p class="fd-notice">
          {lineId === undefined ? t.floor.noWorkshop : t.floor.unknownLine(lineId)}
        </p>
      )}
    </FloorFrame>
  );
}

function lineOf({ lineIds }: BoardHead, asked: string | undefined): string | null {
  return asked === undefined ? (lineIds[0] ?? null) : findLineId(lineIds, asked);
}

/** In reading order: one column, or what needs somebody at the right of the line. */
function LineFloor({ lineId, head }: { readonly lineId: string; readonly head: BoardHead }) {
  const floor = useFloor(lineId, head);
  const isWide = useIsWide();
  if (floor === null) return <Skeleton />;
  return isWide ? <TwoColumns floor={floor} /> : <OneColumn floor={floor} />;
}

function OneColumn({ floor }: { readonly floor: Floor }) {
  return (
    <div class="fd-page">
      <CallsPanel floor={floor} />
      <NumbersPanel floor={floor} />
      <StopsPanel floor={floor} />
      <StationsPanel floor={floor} />
      <WipPanel floor={floor} />
      <BundlesPanel floor={floor} />
      <TeamPanel floor={floor} />
      <DevicesPanel floor={floor} />
      <MachinesPanel floor={floor} />
      <SettlePanel />
    </div>
  );
}

function TwoColumns({ floor }: { readonly floor: Floor }) {
  return (
    <div class="fd-page wide">
      <div class="fd-side">
        <CallsPanel floor={floor} />
        <StopsPanel floor={floor} />
        <BundlesPanel floor={floor} />
        <DevicesPanel floor={floor} />
      </div>
      <div class="fd-middle">
        <NumbersPanel floor={floor} />
        <StationsPanel floor={floor} />
        <div class="fd-low">
          <WipPanel floor={floor} />
          <TeamPanel floor={floor} />
        </div>
        <div class="fd-low">
          <MachinesPanel floor={floor} />
          <SettlePanel />
        </div>
      </div>
    </div>
  );
}
