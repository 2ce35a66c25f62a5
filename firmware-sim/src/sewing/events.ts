/** What happens at a station, in the order of time; UTC ms of the sewing's time. */
export interface SewingEvent {
  readonly at: number;
  readonly station: string;
  readonly what: Happening;
}

/**
 * `seam`: the machine stitched and cut its thread; `completes` is the truth that no counter knows. Power and network say whether
 * they are there, `fault` whether the drive reports one.
 */
export type Happening =
  | { readonly kind: "seam"; readonly stitches: number; readonly completes: boolean }
  | { readonly kind: "fault" | "power" | "network"; readonly on: boolean };
