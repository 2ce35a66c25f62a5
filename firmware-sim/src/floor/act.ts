import type { ActAnswer } from "@trame/shared";

/** Something that a tablet sends. */
export interface Act {
  /** `scans`, `finishes`, …; asked for when it is sent. */
  readonly path: string;
  /** null: the supervisor's own, with the admin token, at no station. */
  readonly stationId: string | null;
  /** UTC ms. */
  readonly at: number;
  readonly key: string;
  /** What it says besides its head; asked for when it is sent. */
  readonly body: () => object;
  /** What is to be there before it can be sent. */
  readonly before?: () => Promise<void>;
  /** A mistake that the server is to refuse, or takes as a conflict; nothing is wrong otherwise. */
  readonly mistake?: "refused" | "conflict";
  /** Foreseen: it is not sent when all ends before its time. */
  readonly isForeseen?: boolean;
  /** As when an answer gets lost. */
  readonly isSentTwice?: boolean;
  readonly onAnswer?: (answer: ActAnswer) => void;
}
