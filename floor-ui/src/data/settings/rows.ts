/** A jump that was withheld until somebody says whether it was sewn. */
export interface SuspectRow {
  readonly id: string;
  readonly kind: "leap" | "before";
  readonly stationId: string | null;
  /** UTC ms. */
  readonly at: number;
  readonly pieces: number;
}

/** A counter as `/devices` tells it. */
export interface DeviceRow {
  readonly deviceId: string;
  readonly state: "known" | "waiting" | "unbound";
  readonly online: boolean;
  readonly hasSecret: boolean;
  readonly stations: readonly { readonly stationId: string; readonly counter: string }[];
  /** UTC ms. */
  readonly lastHeardAt: number | null;
  readonly firmware: string | null;
  /** dBm. */
  readonly rssi: number | null;
  readonly samples: number | null;
  readonly openQuarantine: number;
  readonly uncertain: number;
  readonly suspects: readonly SuspectRow[];
}

/** A message that nobody could read. */
export interface QuarantineRow {
  readonly id: number;
  readonly deviceId: string;
  /** Why. */
  readonly message: string;
  readonly payload: string;
  /** UTC ms. */
  readonly lastAt: number;
  readonly seen: number;
}

export interface QuarantinePage {
  readonly entries: readonly QuarantineRow[];
  readonly before: number | null;
}
