import type { Verdict } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Chain } from "./journal/chain.ts";
import type { LetGo } from "./journal/let-go.ts";
import type { Change } from "./journal/note-change.ts";
import { servedAuthor } from "./journal/served-author.ts";
import type { Progress } from "./progress.ts";

/** Facts that are rare; samples, events and plans have tables of their own. */
export type Fact =
  /** The server's clock stepped: what this run received before moves by so much. */
  | { readonly kind: "clock-stepped"; readonly byMs: number }
  /** A message proved its boot to have begun more than a minute earlier than was thought. */
  | {
      readonly kind: "redated";
      readonly bootId: number;
      readonly received: number;
      readonly up: number;
      /** Where the observation stands in the log, when it was made before this fact. */
      readonly seen: { readonly run: number; readonly n: number } | null;
    }
  /** A person accepted or rejected what was withheld. */
  | ({ readonly kind: "verdict"; readonly bootId: number } & Verdict)
  /** A counter of another make fell back or restarted: what it made in between is not known. */
  | {
      readonly kind: "uncertain";
      readonly bootId: number;
      readonly from: number;
      readonly to: number;
    }
  /** A bundle got another ticket, for a torn or lost one; null when it had none that was valid. */
  | {
      readonly kind: "ticket-reprinted";
      readonly orderId: string;
      readonly number: number;
      readonly replaces: number | null;
    }
  /** A ticket lost its validity. */
  | { readonly kind: "ticket-voided"; readonly orderId: string; readonly number: number }
  /** A person changed something that is no act about the floor; see `noteChange`. */
  | ({ readonly kind: "changed" } & Change)
  /** Lines of the journal went, since they were older than the workshop keeps them. */
  | ({ readonly kind: "let-go" } & LetGo)
  /** A person let a message out of quarantine, or let it go. */
  | { readonly kind: "quarantine-released" | "quarantine-dismissed"; readonly id: number };

export interface FactLog {
  /** Appends one fact; answers its arrival number. */
  append(fact: Fact, recordedAt: number): number;
}

export function createFactLog(
  sqlite: Database,
  { progress, chain }: { readonly progress: Progress; readonly chain: Chain },
): FactLog {
  const insert = sqlite.prepare(
    "INSERT INTO facts (n, kind, boot_id, run, recorded_at, body, author) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  return {
    append(fact, recordedAt) {
      const n = progress.nextArrival();
      const { kind, ...body } = fact;
      const bootId = "bootId" in fact ? fact.bootId : null;
      const text = JSON.stringify(body);
      insert.run(n, kind, bootId, progress.run, recordedAt, text, servedAuthor());
      chain.link("fact", n);
      return n;
    },
  };
}
