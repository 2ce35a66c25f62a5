/** How a backup came about. */
export type BackupKind = "hourly" | "nightly" | "manual" | "before-restore" | "uploaded";

/** What a store holds, in a few figures. */
export interface BackupSide {
  readonly clock: number;
  /** UTC ms; null where nothing was ever recorded. */
  readonly lastAt: number | null;
  readonly pieces: number;
  readonly acts: number;
  readonly orders: number;
  readonly bundles: number;
}

/** A verified backup. */
export interface BackupRow {
  readonly id: string;
  readonly kind: BackupKind;
  /** When it was made or received, UTC ms. */
  readonly at: number;
  /** Made later, for a night that was missed. */
  readonly isMadeUp: boolean;
  /** Bytes. */
  readonly size: number;
  readonly verifiedAt: number;
  /** When it was found damaged; null while it is sound. */
  readonly damagedAt: number | null;
  readonly clock: number;
  readonly totals: BackupSide;
}

/** Something that fails, in the language of the page. */
export interface BackupFailing {
  readonly message: string;
  readonly since: number;
}

export type RestoreStep = "saving" | "preparing" | "stopping" | "starting" | "done" | "failed";

/** The restore under way, or the last one. */
export interface RestoreRow {
  readonly id: string;
  readonly step: RestoreStep;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly beforeId: string | null;
  readonly message: string | null;
}

/** All that the page of backups shows. */
export interface BackupList {
  /** The server's, UTC ms. */
  readonly now: number;
  readonly verifiedAt: number | null;
  readonly backups: readonly BackupRow[];
  readonly doing: { readonly kind: BackupKind; readonly since: number } | null;
  readonly failing: BackupFailing | null;
  readonly second: {
    readonly folder: string;
    readonly copiedAt: number | null;
    readonly failing: BackupFailing | null;
  } | null;
  readonly restore: RestoreRow | null;
}

export interface BackupSettings {
  /** 02:30. */
  readonly nightlyAt: string;
  readonly folder: string | null;
}

/** What restoring would change. */
export interface BackupComparison {
  readonly before: BackupSide;
  readonly after: BackupSide;
  readonly days: readonly {
    readonly day: string;
    readonly before: { readonly pieces: number; readonly acts: number };
    readonly after: { readonly pieces: number; readonly acts: number };
  }[];
  readonly orders: {
    readonly gone: readonly string[];
    readonly back: readonly string[];
    readonly changed: readonly { readonly id: string }[];
  };
  readonly plans: { readonly gone: readonly number[]; readonly back: readonly number[] };
  readonly devices: readonly string[];
  readonly changed: ChangedSince;
}

/** What people changed since a backup, that would be as it was. */
export interface ChangedSince {
  readonly settings: readonly string[];
  readonly styles: readonly string[];
  readonly routings: readonly string[];
  readonly orders: readonly string[];
  readonly people: number;
  readonly cartons: number;
  readonly cartonsOpened: number;
}
