import type { CodeFault } from "../tickets/code.ts";
import { type Refused, refuse } from "./decision.ts";

/** What the workshop knows of a code that was read. */
export type TicketFound =
  | { readonly kind: "unreadable"; readonly text: string; readonly reason: CodeFault }
  /** Nearest known codes, best first; see `nearestCodes`. */
  | { readonly kind: "unknown"; readonly code: string; readonly nearest: readonly string[] }
  | { readonly kind: "void"; readonly code: string }
  /** `by`: the duplicate that is valid. */
  | { readonly kind: "replaced"; readonly code: string; readonly by: string };

/** What to say of a code that leads to no bundle ([U23]). */
export function refuseTicket(found: TicketFound): Refused {
  switch (found.kind) {
    case "unreadable":
      return found.reason === "badge"
        ? refuse("ticket-is-badge", null, {})
        : refuse("code-unreadable", null, { text: found.text });
    case "unknown": {
      const { code, nearest } = found;
      return nearest.length === 0
        ? refuse("scan-unknown", null, { code })
        : refuse("scan-unknown-near", null, { code, nearest: nearest.join(", ") });
    }
    case "void":
      return refuse("scan-ticket-void", null, { code: found.code });
    case "replaced":
      return refuse("ticket-replaced", null, { code: found.code, by: found.by });
  }
}
