import type { WriteMethod } from "../desk/desk-api.ts";

/** What is sent to the server, as it is sent. */
export interface Sending {
  readonly method: WriteMethod;
  readonly path: string;
  /** An act has its key, drawn once: sent twice it happens once. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** Something that a supervisor wants done with one tap. */
export interface Wish extends Sending {
  /** What of the page it is about: a call, a stop, a machine. */
  readonly about: string;
  /** What was done, in a few words, for whoever may take it back. */
  readonly text: string;
  /** What takes it back; null where nothing does. */
  readonly takeBack: Sending | null;
  /** Whether its row says how far it is; else the strip at the foot of the page does. */
  readonly hasRow: boolean;
}

/**
 * How far it is. `sending`; `waiting`: the server is away; `failed`: it was not taken, and may be tried again; `refused`:
 * the server said no, in words; `taken`: it is done, and can be taken back for ten seconds.
 */
export type ErrandState = "sending" | "waiting" | "failed" | "refused" | "taken";

export interface Errand extends Wish {
  readonly id: string;
  readonly state: ErrandState;
  /** What the server said against it; empty when it said nothing. */
  readonly message: string;
  /** The code of that; empty when it said nothing. */
  readonly code: string;
  /** It has been under way for so long that whoever tapped should be told ([FL19]). */
  readonly isSlow: boolean;
  /** It has left this page at least once: whether it arrived is not known. */
  readonly isTried: boolean;
}

/** What a reload of the page must not lose. */
export function writeErrands(errands: readonly Errand[]): string {
  return JSON.stringify(errands.filter(({ state }) => state !== "taken" && state !== "refused"));
}

/** Those that were kept; none where there are none, or what is left of them is none. */
export function readErrands(text: string | null): readonly Errand[] {
  try {
    const kept: unknown = JSON.parse(text ?? "");
    if (!Array.isArray(kept)) return [];
    return (kept as Errand[]).map((errand) =>
      errand.state === "failed" ? errand : { ...errand, state: "waiting" },
    );
  } catch {
    return [];
  }
}
