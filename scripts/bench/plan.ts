import { randomBytes } from "node:crypto";
import type { Plan } from "@trame/shared";
import type { ClientIdentity } from "./packets.ts";

/** A workshop with a counter at each station. */
export interface MadeWorkshop {
  readonly plan: Plan;
  readonly devices: readonly ClientIdentity[];
}

const STATIONS_PER_LINE = 25;

/** Makes a workshop that works around the clock, so that every moment is one of work. */
export function makeWorkshop(stations: number, stationsPerLine = STATIONS_PER_LINE): MadeWorkshop {
  const ids = Array.from({ length: stations }, (_, i) => String(i + 1).padStart(3, "0"));
  const devices = ids.map((id) => ({ id: `esp-${id}`, secret: randomBytes(16).toString("hex") }));
  const plan: Plan = {
    workshop: { name: "Banc d'essai", timeZone: "Europe/Paris" },
    calendar: { shifts: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }] },
    lines: Array.from({ length: Math.ceil(stations / stationsPerLine) }, (_, line) => ({
      id: `L${line + 1}`,
      name: `Ligne ${line + 1}`,
      target: 10_000,
      operators: stationsPerLine,
      stations: ids
        .slice(line * stationsPerLine, (line + 1) * stationsPerLine)
        .map((id, place) => ({
          id: `S${id}`,
          name: `Poste ${Number(id)}`,
          operation: `Opération ${place + 1}`,
          standardMinutes: 0.42,
          device: `esp-${id}`,
        })),
    })),
    devices: devices.map((device) => ({ ...device, heartbeatMs: 15_000 })),
  };
  return { plan, devices };
}
