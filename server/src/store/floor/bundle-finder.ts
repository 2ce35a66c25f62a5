import {
  type CodeFault,
  formatCode,
  nearestCodes,
  parseCode,
  refuseTicket,
  type TicketCode,
  type TicketFound,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Ticket } from "../catalogue/tickets.ts";
import type { AnswerParts } from "./stored-answer.ts";

/** What a code names: a bundle, or why none. */
export type FoundBundle =
  | { readonly ok: true; readonly bundleId: number }
  | {
      readonly ok: false;
      readonly refusal: AnswerParts;
      /** The bundle that the ticket was of: paper that was replaced still lies on its pieces. */
      readonly bundleId: number | null;
    };

/** Finds the bundle of a code that was read or typed; says why there is none, and which code was probably meant. */
export type FindBundle = (text: string) => FoundBundle;

/** Tickets that an unknown code is compared with: those that are under way now. */
const COMPARED_MAX = 2_000;

export function createBundleFinder(
  sqlite: Database,
  { tickets }: Pick<CatalogueStore, "tickets">,
): FindBundle {
  // CROSS JOIN holds the order of the tables: the planner would look at every ticket instead.
  const underWay = sqlite.prepare<[], TicketCode>(
    `SELECT o.number AS "order", t.number AS bundle
     FROM bundle_states s CROSS JOIN tickets t ON t.bundle_id = s.bundle_id CROSS JOIN orders o ON o.id = s.order_id
     WHERE s.waits_since IS NOT NULL AND t.state = 'valid' ORDER BY s.waits_since DESC LIMIT ${COMPARED_MAX}`,
  );
  const open = sqlite.prepare<[], TicketCode>(
    `SELECT o.number AS "order", t.number AS bundle
     FROM bundle_states s CROSS JOIN tickets t ON t.bundle_id = s.bundle_id CROSS JOIN orders o ON o.id = s.order_id
     WHERE s.open_station IS NOT NULL AND t.state = 'valid' LIMIT ${COMPARED_MAX}`,
  );

  function unknown(text: string, code: string): FoundBundle {
    const nearest = nearestCodes(text, [...open.all(), ...underWay.all()]).map(formatCode);
    return refusedTicket({ kind: "unknown", code, nearest });
  }

  function unreadable(text: string, reason: CodeFault): FoundBundle {
    const found = reason === "badge" ? null : unknown(text, text);
    if (found !== null && !found.ok && found.refusal.code === "scan-unknown-near") return found;
    return refusedTicket({ kind: "unreadable", text, reason });
  }

  function ofTicket({ bundleId, state }: Ticket, code: string): FoundBundle {
    if (state === "valid") return { ok: true, bundleId };
    const valid = tickets.validOf(bundleId);
    if (state === "void" || valid === null) return refusedTicket({ kind: "void", code });
    const by = formatCode({ order: valid.order, bundle: valid.number });
    return { ...refusedTicket({ kind: "replaced", code, by }), bundleId };
  }

  return (text) => {
    const parsed = parseCode(text);
    if (!parsed.ok) return unreadable(text, parsed.reason);
    const ticket = tickets.find(parsed);
    const code = formatCode(parsed);
    return ticket === null ? unknown(text, code) : ofTicket(ticket, code);
  };
}

function refusedTicket(found: TicketFound): Extract<FoundBundle, { ok: false }> {
  const { code, blanks } = refuseTicket(found);
  return { ok: false, refusal: { code, blanks }, bundleId: null };
}
