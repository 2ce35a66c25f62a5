import type {
  CountsMessage,
  EnvelopeFault,
  EventsMessage,
  SampleFault,
  TasmotaReadings,
} from "@trame/shared";

/** What a device said, and when the server received it (UTC ms). */
interface Heard {
  readonly deviceId: string;
  readonly received: number;
}

/** The good samples of a `counts` message of a counter of ours. */
export interface CountsEntry extends Heard {
  readonly kind: "counts";
  readonly message: Pick<CountsMessage, "boot" | "up" | "samples">;
}

export interface EventsEntry extends Heard {
  readonly kind: "events";
  readonly message: Pick<EventsMessage, "boot" | "up" | "events">;
}

/** Totals of a counter of another make. */
export interface ReadingsEntry extends Heard {
  readonly kind: "readings";
  readonly readings: TasmotaReadings;
}

/** A message, or one entry of it, that could not be read. */
export interface QuarantineEntry extends Heard {
  readonly kind: "quarantine";
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Position in the message's list; -1 for the whole message. */
  readonly index: number;
  readonly fault: EnvelopeFault | SampleFault;
}

/** What ingest hands to the writer; committed together with the entries of all devices. */
export type Entry = CountsEntry | EventsEntry | ReadingsEntry | QuarantineEntry;
