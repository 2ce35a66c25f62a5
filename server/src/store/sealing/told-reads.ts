import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createPieceTimes } from "../supervision/piece-times.ts";
import type { Planned } from "../supervision/planned-stations.ts";
import {
  createCountedTold,
  type StationTold,
  type ToldReads,
} from "../supervision/station-told.ts";
import { createSealedStates } from "./sealed-states.ts";

/** Reads what counters told of stations: from their samples, or from what was put together of them ([SL2]). */
export function createToldReads(sqlite: Database): ToldReads {
  const counted = createCountedTold(sqlite);
  const sealed = createSealedStates(sqlite);
  const declared = createPieceTimes(sqlite);
  let isSealed = false;

  function sealedAt({ stationId, parts }: Planned, day: DayNumber): StationTold {
    const { pieces = [], states = [] } = sealed.of(day, stationId) ?? {};
    const own = [...new Set([...declared.of(stationId), ...pieces])].toSorted((a, b) => a - b);
    return {
      own,
      states: parts.map((part, index) => ({ part, machine: [...(states[index] ?? [])] })),
    };
  }

  return {
    refresh(day) {
      isSealed = sealed.isSealed(day);
      (isSealed ? declared : counted).refresh(day);
    },
    toldAt: (planned, of) => (isSealed ? sealedAt(planned, of.day) : counted.toldAt(planned, of)),
  };
}
