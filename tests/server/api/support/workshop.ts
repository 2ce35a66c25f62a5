/** A workshop's plan and the counters that sew in it. */
import type { Plan, PlanLine, PlanStation } from "@trame/shared";
import type { CountsEntry } from "../../../../server/src/store/entries.ts";

export const SECRET = "0123456789abcdef0123456789abcdef";

/** The plan of the issue: one line, one station, one counter. */
export function planOf(changes: Partial<Plan> = {}): Plan {
  return {
    workshop: { name: "Atelier Lons", timeZone: "Europe/Paris" },
    calendar: {
      shifts: [
        {
          days: [1, 2, 3, 4, 5],
          from: "08:00",
          to: "17:00",
          breaks: [{ from: "12:00", to: "13:00" }],
        },
      ],
    },
    lines: [lineOf()],
    devices: [{ id: "esp-01" }],
    ...changes,
  };
}

export function lineOf(changes: Partial<PlanLine> = {}): PlanLine {
  const line = { id: "L1", name: "Ligne 1", target: 900, operators: 1 };
  return { ...line, stations: [stationOf()], ...changes };
}

export function stationOf(changes: Partial<PlanStation> = {}): PlanStation {
  return {
    id: "S01",
    name: "Poste 1",
    operation: "Assembler les plis",
    standardMinutes: 0.42,
    device: "esp-01",
    minStitches: 40,
    trimsPerPiece: 4,
    ...changes,
  };
}

/** A plan of one line of stations, each with a counter of its own: S01 with esp-01, S02 with esp-02 … */
export function planOfStations(stations: readonly Partial<PlanStation>[]): Plan {
  const ids = stations.map((_, index) => String(index + 1).padStart(2, "0"));
  return planOf({
    lines: [
      lineOf({
        stations: stations.map((changes, index) =>
          stationOf({
            id: `S${ids[index]}`,
            name: `Poste ${index + 1}`,
            device: `esp-${ids[index]}`,
            ...changes,
          }),
        ),
      }),
    ],
    devices: ids.map((id) => ({ id: `esp-${id}` })),
  });
}

/** A counter that is switched on at a moment and tells its totals as it sews: 240 stitches and 4 trims a piece. */
export function startCounter(
  deviceId: string,
  began: string,
  boot = "9f2c01ab",
): { sewn(at: string, pieces: number): CountsEntry } {
  const start = Date.parse(began);
  let seq = 0;
  let pieces = 0;
  return {
    sewn(at, more) {
      pieces += more;
      seq += 1;
      const received = Date.parse(at);
      const up = received - start;
      const sample = { seq, up, pieces, stitches: pieces * 240, trims: pieces * 4, state: null };
      return { kind: "counts", deviceId, received, message: { boot, up, samples: [sample] } };
    },
  };
}
