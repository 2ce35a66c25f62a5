import { asFields, type Fields, isCount, parseFields } from "./json.ts";
import { TOTAL_MAX } from "./limits.ts";

/** The Tasmota messages that tell something about a count. */
export type TasmotaKind = "sensor" | "status10" | "state" | "info3";

/** What one Tasmota message told; null is what it did not tell. */
export interface TasmotaReadings {
  /** Totals by channel, `C1` to `C8`, unsigned 32 bit. */
  readonly counters: ReadonlyMap<string, number>;
  readonly uptimeSec: number | null;
  readonly bootCount: number | null;
}

const NOTHING: TasmotaReadings = {
  counters: new Map(),
  uptimeSec: null,
  bootCount: null,
};
const CHANNELS = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"] as const;
const KINDS: ReadonlyMap<string, TasmotaKind> = new Map([
  ["tele/SENSOR", "sensor"],
  ["stat/STATUS10", "status10"],
  ["tele/STATE", "state"],
  ["tele/INFO3", "info3"],
]);
const PREFIX_LENGTH = "tele/".length;

/** What a topic such as `tele/{baseTopic}/SENSOR` carries; null when it is of no use to us. */
export function parseTasmotaTopic(topic: string, baseTopic: string): TasmotaKind | null {
  if (!topic.startsWith(`${baseTopic}/`, PREFIX_LENGTH)) return null;
  const name = topic.slice(PREFIX_LENGTH + baseTopic.length + 1);
  return KINDS.get(topic.slice(0, PREFIX_LENGTH) + name) ?? null;
}

/** Reads a Tasmota payload; null when it can't be read. Telling nothing is no fault. */
export function decodeTasmota(
  kind: TasmotaKind,
  payload: Uint8Array | string,
): TasmotaReadings | null {
  const root = parseFields(payload);
  return root === null ? null : { ...NOTHING, ...readFields(kind, root) };
}

function readFields(kind: TasmotaKind, root: Fields): Partial<TasmotaReadings> {
  switch (kind) {
    case "sensor":
      return { counters: readCounters(root) };
    case "status10":
      return { counters: readCounters(asFields(root["StatusSNS"])) };
    case "state":
      return { uptimeSec: readCount(root["UptimeSec"]) };
    case "info3":
      // Older firmware sends the fields bare, later ones under `Info3`.
      return { bootCount: readCount((asFields(root["Info3"]) ?? root)["BootCount"]) };
  }
}

function readCounters(sensors: Fields | null): ReadonlyMap<string, number> {
  const counter = asFields(sensors?.["COUNTER"]);
  if (counter === null) return NOTHING.counters;
  const totals = new Map<string, number>();
  for (const channel of CHANNELS) {
    const total = readCount(counter[channel]);
    if (total !== null) totals.set(channel, total);
  }
  return totals;
}

// A channel with CounterType 1 measures time and sends seconds with decimals: no total.
function readCount(value: unknown): number | null {
  return isCount(value, TOTAL_MAX) ? value : null;
}
