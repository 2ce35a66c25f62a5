import type { KeptAct } from "./act.ts";
import type { Verdict } from "./courier.ts";

/** What the tabs of a tablet tell each other about a station. */
export type TabMessage =
  | { readonly type: "added"; readonly act: KeptAct }
  | { readonly type: "told"; readonly number: number }
  | { readonly type: "verdict"; readonly act: KeptAct; readonly verdict: Verdict };

/** The other tabs. */
export interface Tabs {
  post(message: TabMessage): void;
  /** Gives what ends it. */
  listen(onMessage: (message: TabMessage) => void): () => void;
}

/** One tab of a tablet sends at a time; it is the one that was looked at last. */
export interface Duty {
  /** Waits for the turn, and says when it comes and goes. */
  start(onChange: (isOnDuty: boolean) => void): void;
  /** Takes the turn from whoever has it. */
  take(): void;
  close(): void;
}
