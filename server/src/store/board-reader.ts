import { type Board, formatDay } from "@trame/shared";
import { type BoardSource, lineRow, stationRow } from "./board-rows.ts";
import type { LiveRows } from "./live-rows.ts";

/** The working day as it is shown. */
export interface Shown extends BoardSource {
  readonly clockHours: readonly number[];
  readonly dayLabel: Board["dayLabel"];
  readonly validUntil: number;
}

/** Which rows changed since they were last taken. */
export function createChanges() {
  const stations = new Set<string>();
  const lines = new Set<string>();
  const devices = new Set<string>();
  return {
    stations,
    lines,
    devices,
    isAny: () => stations.size + lines.size + devices.size > 0,
    clear() {
      for (const ids of [stations, lines, devices]) ids.clear();
    },
  };
}

export type Changes = ReturnType<typeof createChanges>;

/** Rows whose floor is another than it was told. */
function noteFloor({ plan, live, floorNow }: Shown, changed: Changes, now: number): void {
  if (plan === null || !floorNow.hasChanged()) return;
  const { lines, stations } = floorNow.takeChanged({ now, day: live.day, plan });
  for (const id of lines) changed.lines.add(id);
  for (const id of stations) changed.stations.add(id);
}

/** Makes rows of what is shown. */
export function createBoardReader(
  show: (now: number) => Shown,
  changed: Changes,
  areFiguresShown: () => boolean,
): Pick<LiveRows, "readBoard" | "takeChanges"> {
  return {
    readBoard(now) {
      const source = show(now);
      const { plan, windows, clockHours, dayLabel, validUntil, live } = source;
      changed.clear();
      source.floorNow.settle();
      const lines = plan?.lines ?? [];
      return {
        workshop: plan?.workshop ?? null,
        day: formatDay(live.day),
        dayLabel,
        stationFigures: areFiguresShown(),
        windows,
        clockHours,
        validUntil,
        lines: lines.map((line) => lineRow(line, source, now)),
        stations: lines.flatMap((line) =>
          line.stations.map((station) => stationRow({ station, line }, source, now)),
        ),
      };
    },
    takeChanges(now) {
      const source = show(now);
      const lines = source.plan?.lines ?? [];
      noteFloor(source, changed, now);
      const rows = {
        lines: lines
          .filter(({ id }) => changed.lines.has(id))
          .map((line) => lineRow(line, source, now)),
        stations: lines.flatMap((line) =>
          line.stations
            .filter(
              ({ id, device = "" }) => changed.stations.has(id) || changed.devices.has(device),
            )
            .map((station) => stationRow({ station, line }, source, now)),
        ),
      };
      changed.clear();
      return rows;
    },
  };
}
