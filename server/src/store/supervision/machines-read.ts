import {
  type PlanStation,
  type Timeline,
  UPKEEP_KINDS,
  UPKEEP_SETTING,
  type UpkeepKind,
  type UpkeepLimits,
  type UpkeepMeasure,
  type UpkeepShare,
  upkeepLimitsOf,
  upkeepShare,
  type Word,
  type Worked,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createClockwork } from "../clock-steps.ts";
import type { MachinePieces } from "../floor/machine-pieces.ts";
import { createStationFigures } from "../privacy/figure-mask.ts";
import { createSettings } from "../settings.ts";
import { createMachineTypes } from "./machine-types.ts";
import { createWordLog } from "./word-log.ts";
import { createWorkedSince, type WorkedSince } from "./worked-since.ts";
import { createWorkingDays } from "./working-days.ts";

/** How it stands with one kind of upkeep of a machine. */
export interface UpkeepRead extends Worked, UpkeepShare {
  readonly upkeep: UpkeepKind;
  /** UTC ms; null when nobody ever said so: what it did since the first day counts. */
  readonly doneAt: number | null;
  /** In the measure that holds. */
  readonly limit: Readonly<Partial<Record<UpkeepMeasure, number>>>;
}

/** A machine and its upkeep. */
export interface MachineRead {
  readonly stationId: string;
  readonly lineId: string;
  readonly name: string;
  /** As the routings name it; null where none names the operation. */
  readonly machineType: string | null;
  /** Of the working day; null where nobody counts them, and where figures are not told per station. */
  readonly stitches: number | null;
  readonly upkeep: readonly UpkeepRead[];
}

export interface MachinesAsked {
  /** null: of every line. */
  readonly lineId: string | null;
  /** UTC ms. */
  readonly now: number;
}

interface MachineDeps {
  readonly catalogue: CatalogueStore;
  readonly machine: MachinePieces;
  readonly timeline: () => Timeline;
}

const QUARTERS = 4;

/** Reads machines, over a connection that cannot write. */
export function createMachineReads(sqlite: Database, deps: MachineDeps) {
  const { catalogue, machine, timeline: readTimeline } = deps;
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  const settings = createSettings(sqlite);
  const counted = createWorkedSince(sqlite, machine);
  const readTypes = createMachineTypes(sqlite, catalogue);
  const areStationsTold = createStationFigures(sqlite);

  return {
    /** The machines of the plan in force, in its order. */
    readMachines: sqlite.transaction(({ lineId, now }: MachinesAsked): MachineRead[] => {
      clockwork.reload();
      machine.refresh();
      counted.refresh();
      const timeline = readTimeline();
      const today = timeline.slotAt(now)?.day ?? 0;
      const typeOf = readTypes();
      const doneAt = lastDone(words.readAll("upkeep"));
      const limits = upkeepLimitsOf(settings.get(UPKEEP_SETTING));
      const daysSince = createWorkingDays(timeline, today);
      const areTold = areStationsTold();

      function machineOf(station: PlanStation, lineId: string): MachineRead {
        const all = counted.since(station.id, null, timeline);
        const worked = (at: number | null): Worked =>
          workedOf(station, all, {
            ...(at === null ? all : counted.since(station.id, at, timeline)),
            days: daysSince(at),
          });
        const { id: stationId, name } = station;
        const countsStitches = worked(null).stitches !== null;
        return {
          ...{ stationId, lineId, name },
          machineType: typeOf(station),
          stitches: countsStitches && areTold ? counted.stitchesOf(stationId, today) : null,
          upkeep: UPKEEP_KINDS.map((upkeep) => {
            const at = doneAt.get(keyOf(stationId, upkeep)) ?? null;
            const read = upkeepOf(upkeep, at, { limits, worked: worked(at) });
            return areTold ? read : inQuarters(read);
          }),
        };
      }

      return (timeline.planAt(now)?.lines ?? [])
        .filter(({ id }) => lineId === null || id === lineId)
        .flatMap((line) => line.stations.map((station) => machineOf(station, line.id)));
    }),
  };
}

/** A counter that never counted a stitch counts none; a station without one counts nothing. */
function workedOf(
  { device }: PlanStation,
  all: WorkedSince,
  { stitches, hours, days }: WorkedSince & Pick<Worked, "days">,
): Worked {
  if (device === undefined) return { stitches: null, hours: null, days };
  return { stitches: all.stitches > 0 ? stitches : null, hours, days };
}

function upkeepOf(
  upkeep: UpkeepKind,
  doneAt: number | null,
  { limits, worked }: { readonly limits: UpkeepLimits; readonly worked: Worked },
): UpkeepRead {
  const told = upkeepShare(worked, limits[upkeep]);
  const limit = { [told.measure]: limits[upkeep][told.measure] };
  return { upkeep, doneAt, ...worked, limit, ...told };
}

/**
 * Where stations are not told: how far an upkeep is, to a quarter of its limit, and no other count. Whoever reads it often would
 * otherwise take from it what a machine, and so who works at it, did within the hour ([PR7]).
 */
function inQuarters(read: UpkeepRead): UpkeepRead {
  const { measure, limit, share } = read;
  if (measure === "days") return { ...read, stitches: null, hours: null };
  const reached = Math.floor(share * QUARTERS) / QUARTERS;
  const told = reached * (limit[measure] ?? 0);
  return { ...read, stitches: null, hours: null, [measure]: told, share: reached };
}

/** When each was done last, whatever the order in which it was told ([MC5]). */
function lastDone(words: readonly Word[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const word of words) {
    if (word.kind !== "upkeep" || word.stationId === null) continue;
    const key = keyOf(word.stationId, word.upkeep);
    last.set(key, Math.max(last.get(key) ?? word.at, word.at));
  }
  return last;
}

function keyOf(stationId: string, upkeep: UpkeepKind): string {
  return `${upkeep} ${stationId}`;
}
