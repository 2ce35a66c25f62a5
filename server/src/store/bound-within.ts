import { clipSpan, counterOf, type Span, type Timeline } from "@trame/shared";
import { findStation } from "./floor/cells.ts";

/** A counter of a station, and while it was there. */
export interface Bound extends Span {
  readonly deviceId: string;
  readonly counter: string;
}

/** The counters that a station had in a span, each with its part of it. */
export function boundWithin({ versions }: Timeline, stationId: string, span: Span): Bound[] {
  return versions.flatMap(({ from, plan }, index) => {
    const part = clipSpan({ from, to: versions[index + 1]?.from ?? Infinity }, span);
    const station = part === null ? undefined : findStation(plan, stationId)?.station;
    if (part === null || station?.device === undefined) return [];
    return [{ ...part, deviceId: station.device, counter: counterOf(station) }];
  });
}
