import type { UpkeepKind, UpkeepMeasure } from "@trame/shared";

/** How it stands with one kind of upkeep of a machine. */
export interface UpkeepRow {
  readonly upkeep: UpkeepKind;
  /** UTC ms; null when nobody ever said so. */
  readonly doneAt: number | null;
  readonly stitches: number | null;
  readonly hours: number | null;
  readonly days: number;
  /** The best there is here; share and limit are in it. */
  readonly measure: UpkeepMeasure;
  readonly limit: Readonly<Partial<Record<UpkeepMeasure, number>>>;
  /** Reached of the limit, 0..1 and above. */
  readonly share: number;
  readonly isDue: boolean;
}

/** A machine as `/machines` tells it. */
export interface MachineRow {
  readonly stationId: string;
  readonly lineId: string;
  readonly name: string;
  readonly machineType: string | null;
  /** Of the working day; null where nobody counts them. */
  readonly stitches: number | null;
  readonly upkeep: readonly UpkeepRow[];
}

/** How much of each day's working time a station's counter was heard. */
export interface HeardRow {
  readonly stationId: string;
  readonly name: string;
  /** Ratio 0..1 by day; null on a day without work, or without a counter. */
  readonly heard: readonly (number | null)[];
}

export interface HeardAnswer {
  /** YYYY-MM-DD, ascending. */
  readonly days: readonly string[];
  readonly machines: readonly HeardRow[];
}
