import {
  CAUSES,
  type Cause,
  flowOf,
  type LineFlow,
  type LineRow,
  type StationRow,
  stationState,
} from "@trame/shared";
import { useMemo } from "preact/hooks";
import type { BoardHead } from "../../data/board-store.ts";
import type {
  DeviceRow,
  FollowedRow,
  MachineRow,
  PresenceList,
  QuarantineRow,
  StopList,
} from "../../data/floor/rows.ts";
import { type List, useList } from "../../data/floor/use-list.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { bottleneckIds, followLine, followStation } from "../wall/rows.ts";
import { momentOf, type Scene } from "../wall/scene.ts";
import type { StationInLine } from "../wall/tile-view.ts";

/** A line as its supervisor sees it: its rows, the moment for which they are true, and the lists beside them. */
export interface Floor {
  readonly line: LineRow;
  /** In the order of the plan. */
  readonly stations: readonly StationInLine[];
  readonly scene: Scene;
  readonly flow: LineFlow;
  readonly lists: FloorLists;
  /** The workshop's own, or the usual ones. */
  readonly causes: readonly Cause[];
  /** Whoever is signed in leads the floor. */
  readonly canAct: boolean;
}

export interface FloorLists {
  readonly stops: List<StopList>;
  /** Of the days before, still without a cause. */
  readonly unexplained: List<Pick<StopList, "version" | "stops">>;
  readonly presence: List<PresenceList>;
  readonly followed: List<{ readonly bundles: readonly FollowedRow[] }>;
  readonly machines: List<{ readonly machines: readonly MachineRow[] }>;
  readonly devices: List<{ readonly devices: readonly DeviceRow[] }>;
  readonly unread: List<{ readonly entries: readonly QuarantineRow[] }>;
}

/** The line as it is now; null where the plan has none of that name. */
export function useFloor(lineId: string, head: BoardHead): Floor | null {
  const { store, asOf } = useScreen().picture;
  const i18n = useI18n();
  const causes = useCauses();
  const scene = { head, asOf: asOf.value, i18n, causes };
  const line = followLine(store, lineId)?.line ?? null;
  const slow = bottleneckIds(store, lineId, momentOf(scene));
  const stations = (line?.stationIds ?? []).flatMap(
    (id) => followStation(store, id, slow.includes(id)) ?? [],
  );
  const rows = stations.map(({ row }) => row);
  const canAct = useCan("floor.act");
  const canSeePeople = useCan("people.read");
  const lists = useLists(lineId, { signs: signsOf(line, rows, scene), canSeePeople });
  if (line === null) return null;
  return {
    line,
    stations,
    scene,
    flow: flowOf(line, rows, momentOf(scene)),
    lists,
    causes,
    canAct,
  };
}

/** The workshop's own list, or the usual one until it is read. */
function useCauses(): readonly Cause[] {
  return (
    useList<{ readonly causes: readonly Cause[] }>("/api/v1/causes", "").value?.causes ?? CAUSES
  );
}

interface Signs {
  /** What stations do, and what was said of them. */
  readonly states: string;
  /** What waits where. */
  readonly flow: string;
  /** What counters showed that is to be checked. */
  readonly counters: string;
}

/** Texts that change when a list of the page would: pieces alone change none of them. */
function signsOf(line: LineRow | null, rows: readonly StationRow[], scene: Scene): Signs {
  const moment = momentOf(scene);
  const states = rows.map((row) => `${stationState(row, moment).state} ${row.mark?.key ?? ""}`);
  return {
    states: states.join(),
    flow: JSON.stringify([line?.flow, rows.map(({ waiting }) => waiting)]),
    counters: rows.map(({ suspects, deviceId }) => `${deviceId} ${suspects}`).join(),
  };
}

function useLists(
  lineId: string,
  { signs, canSeePeople }: { readonly signs: Signs; readonly canSeePeople: boolean },
): FloorLists {
  // A server that is back is asked for everything.
  const isFresh = useScreen().picture.freshness.value === "fresh";
  const of = `line=${encodeURIComponent(lineId)}`;
  const sign = (text: string) => `${isFresh} ${text}`;
  const stops = useList<StopList>(`/api/v1/stops?${of}`, sign(signs.states));
  const unexplained = useList<Pick<StopList, "version" | "stops">>(
    `/api/v1/stops/unexplained?${of}`,
    sign(""),
  );
  const presence = useList<PresenceList>(
    canSeePeople ? `/api/v1/presence?${of}` : null,
    sign(signs.states),
  );
  const followed = useList<{ readonly bundles: readonly FollowedRow[] }>(
    `/api/v1/bundles/to-follow?${of}`,
    sign(signs.flow),
  );
  const machines = useList<{ readonly machines: readonly MachineRow[] }>(
    `/api/v1/machines?${of}`,
    sign(""),
  );
  const devices = useList<{ readonly devices: readonly DeviceRow[] }>(
    "/api/v1/devices",
    sign(`${signs.states} ${signs.counters}`),
  );
  const hasUnread = devices.value?.devices.some(({ openQuarantine }) => openQuarantine > 0);
  const unread = useList<{ readonly entries: readonly QuarantineRow[] }>(
    hasUnread === true ? "/api/v1/quarantine" : null,
    sign(""),
  );
  return useMemo(
    () => ({ stops, unexplained, presence, followed, machines, devices, unread }),
    [stops, unexplained, presence, followed, machines, devices, unread],
  );
}
