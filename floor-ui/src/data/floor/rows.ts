import type { BundleCard, CauseClass, TargetSource, UpkeepKind } from "@trame/shared";

/** A stretch of a station's day that was no work, as the server tells it. */
export interface StopRow {
  readonly stationId: string;
  readonly lineId: string;
  /** UTC ms. */
  readonly from: number;
  /** null: it goes on. */
  readonly to: number | null;
  readonly state: "stopped" | "waiting" | "support" | "no-data";
  /** Working minutes. */
  readonly minutes: number;
  /** Code of a cause; null while nobody gave one. */
  readonly cause: string | null;
  readonly class: CauseClass | null;
  readonly note: string | null;
  readonly origin: "machine" | "hand";
  /** Keys of the words that hold for it. */
  readonly keys: readonly string[];
  /** It stays on the page until somebody gives its cause. */
  readonly needsCause: boolean;
}

export interface StopList {
  readonly day: string;
  /** What a word about a stop says it was written against. */
  readonly version: number;
  readonly stops: readonly StopRow[];
}

/** Why an hour fell short: stops in it, summed by cause. */
export interface ShortCause {
  readonly cause: string | null;
  readonly class: CauseClass | null;
  readonly minutes: number;
  readonly stationIds: readonly string[];
}

export interface TargetHour {
  /** Beginning of the clock hour; UTC ms. */
  readonly hour: number;
  readonly target: number | null;
  /** null: of an hour to come. */
  readonly actual: number | null;
  readonly cumulativeTarget: number | null;
  readonly cumulativeActual: number | null;
  readonly gap: number | null;
  readonly short: readonly ShortCause[];
}

export interface LineTarget {
  readonly lineId: string;
  readonly pieces: number | null;
  readonly origin: "hand" | "computed" | "plan" | null;
  readonly of: TargetSource | null;
  readonly people: { readonly personMinutes: number; readonly count: number };
  /** What the line takes for a piece, by the order it sews, else by the plan. */
  readonly garment: { readonly orderId: string | null; readonly standardMinutes: number } | null;
  readonly hours: readonly TargetHour[];
}

/** A bundle that stands still, or is later than it should be. */
export interface FollowedRow {
  readonly bundle: BundleCard;
  readonly reason: "blocked" | "late";
  /** Why it does not go on. */
  readonly detail: "in-conflict" | "station-stopped" | "in-repair" | "outside" | "waits";
  /** UTC ms. */
  readonly since: number;
  readonly stationId: string | null;
}

export interface UpkeepRow {
  readonly upkeep: UpkeepKind;
  readonly doneAt: number | null;
  /** Since it was done last. */
  readonly stitches: number | null;
  readonly hours: number | null;
  readonly days: number;
  /** The best there is here; share and limit are in it. */
  readonly measure: "stitches" | "hours" | "days";
  readonly limit: { readonly stitches?: number; readonly hours?: number; readonly days?: number };
  /** 1 is when it is due. */
  readonly share: number;
  readonly isDue: boolean;
}

export interface MachineRow {
  readonly stationId: string;
  readonly lineId: string;
  readonly name: string;
  readonly machineType: string | null;
  /** Of the working day; null where nobody counts them, or stations are not told. */
  readonly stitches: number | null;
  readonly upkeep: readonly UpkeepRow[];
}

/** Somebody by pseudonym, never by name. */
export interface PersonRow {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
}

/** Somebody who is at no station, or has nothing to do there, and where they would help most. */
export interface FreeRow extends PersonRow {
  readonly operations: readonly string[];
  /** Where they are badged in without a task; null when nowhere. */
  readonly stationId: string | null;
  /** Stations whose operation they know. */
  readonly known: readonly string[];
  readonly suggestion: {
    readonly stationId: string;
    readonly reason: "bottleneck" | "empty";
  } | null;
}

export interface StationPeople {
  readonly stationId: string;
  readonly people: readonly PersonRow[];
  /** Sent there for today, and not there yet. */
  readonly expected: readonly PersonRow[];
}

/** Who is where: told to whoever has the token, and to nobody else. */
export interface PresenceList {
  readonly stations: readonly StationPeople[];
  readonly free: readonly FreeRow[];
  readonly absent: readonly PersonRow[];
}

/** A jump of a counter that counts only once a person accepts it. */
export interface SuspectRow {
  readonly id: string;
  readonly kind: "leap" | "before";
  readonly stationId: string | null;
  readonly at: number;
  readonly pieces: number;
}

export interface DeviceRow {
  readonly deviceId: string;
  readonly state: "known" | "waiting" | "unbound";
  readonly online: boolean;
  readonly stations: readonly { readonly stationId: string }[];
  readonly lastHeardAt: number | null;
  readonly openQuarantine: number;
  readonly uncertain: number;
  readonly suspects: readonly SuspectRow[];
}

/** A message of a counter that nobody could read. */
export interface QuarantineRow {
  readonly id: number;
  readonly deviceId: string;
  readonly lastAt: number;
  readonly seen: number;
  /** Why it could not be read. */
  readonly message: string;
}
