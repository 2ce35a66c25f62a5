import {
  formatCode,
  nearestCodes,
  parseCode,
  refuseTicket,
  type TicketCode,
  type TicketFound,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
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
const COMPARED_MAX = 5_000;

export function createBundleFinder(
  sqlite: Database,
  { tickets }: Pick<CatalogueStore, "tickets">,
): FindBundle {
  const underWay = sqlite.prepare<[], TicketCode>(
    `SELECT o.number AS "order", t.number AS bundle
     FROM bundle_states s JOIN tickets t ON t.bundle_id = s.bundle_id JOIN orders o ON o.id = s.order_id
     WHERE s.waits_since IS NOT NULL AND t.state = 'valid' ORDER BY s.waits_since DESC LIMIT ${COMPARED_MAX}`,
  );
  const open = sqlite.prepare<[], TicketCode>(
    `SELECT o.number AS "order", t.number AS bundle
     FROM bundle_states s JOIN tickets t ON t.bundle_id = s.bundle_id JOIN orders o ON o.id = s.order_id
     WHERE s.open_station IS NOT NULL AND t.state = 'valid' LIMIT ${COMPARED_MAX}`,
  );

  function unknown(text: string, code: string): FoundBundle {
    const nearest = nearestCodes(text, [...open.all(), ...underWay.all()]).map(formatCode);
    return refusedTicket({ kind: "unknown", code, nearest });
  }

  return (text) => {
    const parsed = parseCode(text);
    if (!parsed.ok) {
      if (parsed.reason === "badge") return refusedTicket({ ...parsed, kind: "unreadable", text });
      const found = unknown(text, text);
      const isNear = !found.ok && found.refusal.code === "scan-unknown-near";
      return isNear ? found : refusedTicket({ kind: "unreadable", text, reason: parsed.reason });
    }
    const code = formatCode(parsed);
    const ticket = tickets.find(parsed);
    if (ticket === null) return unknown(text, code);
    const { bundleId, state } = ticket;
    if (state === "valid") return { ok: true, bundleId };
    const valid = tickets.validOf(bundleId);
    if (state === "void" || valid === null) return refusedTicket({ kind: "void", code });
    const by = formatCode({ order: valid.order, bundle: valid.number });
    return { ...refusedTicket({ kind: "replaced", code, by }), bundleId };
  };
}

function refusedTicket(found: TicketFound): Extract<FoundBundle, { ok: false }> {
  const { code, blanks } = refuseTicket(found);
  return { ok: false, refusal: { code, blanks }, bundleId: null };
}
