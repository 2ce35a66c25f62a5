import type { Clock } from "../clock.ts";
import type { Api } from "../floor/api.ts";

/** What a word about a stop is about: the stop as the supervisor's page lists it, as soon as that was read. */
export interface StopRange {
  readonly value: {
    readonly from: number;
    readonly to: number;
    /** Of the list; without it nothing was read. */
    readonly version?: number;
  };
  read(): Promise<void>;
}

export interface StopRangeOptions {
  readonly api: Pick<Api, "get">;
  readonly clock: Clock;
  readonly stationId: string;
  /** As it truly was, UTC ms. */
  readonly from: number;
  readonly to: number;
  /** When the word is said. */
  readonly at: number;
}

interface Stops {
  readonly version: number;
  readonly stops: readonly {
    readonly stationId: string;
    readonly from: number;
    readonly to: number | null;
    readonly cause: string | null;
  }[];
}

/** Later than this the list is not what somebody saw who said it then. */
const LIVE_MS = 10_000;
/** What does not overlap it by as much is another stop. */
const LEAST_SHARE = 0.5;

/** The stop that is listed at that time; what truly was where none is, or the word comes late. */
export function listedStop(options: StopRangeOptions): StopRange {
  const { api, clock, stationId, from, to, at } = options;
  let value: StopRange["value"] = { from, to };
  return {
    get value() {
      return value;
    },
    async read() {
      if (clock.now() - at > LIVE_MS) return;
      const { version, stops } = await api.get<Stops>(`/api/v1/stops?station=${stationId}`);
      const found = stops.find(
        (stop) =>
          stop.cause === null &&
          stop.to !== null &&
          Math.min(stop.to, to) - Math.max(stop.from, from) > LEAST_SHARE * (to - from),
      );
      if (found?.to != null) value = { from: found.from, to: found.to, version };
    },
  };
}
