/** State a counter may report of its machine; `idle` is shown as waiting, `fault` as stopped. */
export type ReportedState = "running" | "idle" | "fault";

/** Buttons that can be wired to a counter; `help` calls the supervisor. */
export type Button = "mechanic" | "material" | "quality" | "supervisor" | "help";

/**
 * One reading of a counter. Totals count from power-on and never come as increments:
 * a total can be repeated, delayed or overtaken and the count is still right.
 */
export interface Sample {
  /** 1, 2, 3 … within a boot, over samples and events alike. */
  readonly seq: number;
  /** Milliseconds since power-on when the sample was taken. */
  readonly up: number;
  /** Pieces since power-on, unsigned 32 bit. */
  readonly pieces: number;
  readonly stitches: number | null;
  readonly trims: number | null;
  /** Given on change only; null when the message did not say. */
  readonly state: ReportedState | null;
}

/** A barcode read or a button pressed at a counter, buffered and acknowledged like a sample. */
export type DeviceEvent =
  | { readonly seq: number; readonly up: number; readonly kind: "scan"; readonly code: string }
  | { readonly seq: number; readonly up: number; readonly kind: "button"; readonly button: Button };

/** Why one sample or event of a readable message was set aside. */
export type SampleFault =
  | "field-missing"
  | "field-invalid"
  | "button-missing"
  | "button-unknown"
  | "total-too-large"
  | "seq-fell"
  | "up-fell"
  | "up-after-message"
  | "key-conflict"
  | "sample-sealed";

/** Why a whole message was set aside. */
export type EnvelopeFault =
  | "not-json"
  | "boot-invalid"
  | "up-invalid"
  | "list-invalid"
  | "status-invalid";

/** A part of a message that could not be read, kept so that a person can look at it. */
export interface BadEntry {
  /** Position in the message's list. */
  readonly index: number;
  readonly fault: SampleFault;
  /** The element itself as JSON, kept in the quarantine. */
  readonly raw: string;
}

/** A decoded `counts` message: the good samples, and what was wrong with the others. */
export interface CountsMessage {
  /** 8 hex digits, drawn at power-on. */
  readonly boot: string;
  /** Milliseconds since power-on when the message was built; at least that of every sample. */
  readonly up: number;
  readonly samples: readonly Sample[];
  readonly bad: readonly BadEntry[];
}

/** A decoded `events` message. */
export interface EventsMessage {
  readonly boot: string;
  readonly up: number;
  readonly events: readonly DeviceEvent[];
  readonly bad: readonly BadEntry[];
}

/** A decoded `status` message. The last will carries `online: false` alone. */
export interface StatusMessage {
  readonly online: boolean;
  readonly boot: string | null;
  readonly firmware: string | null;
  /** Signal strength in dBm. */
  readonly rssi: number | null;
}

/** What the server tells a counter: how to detect a piece, how often to speak. */
export interface DeviceConfig {
  readonly minStitches: number;
  readonly trimsPerPiece: number;
  readonly reportEveryMs: number;
  readonly heartbeatMs: number;
}
