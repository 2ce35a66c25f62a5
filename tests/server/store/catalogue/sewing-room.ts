/** A workshop with styles and orders over a store in memory: bundles are cut, scanned and finished, and progress is read. */
import type {
  balanceOf,
  Cutting,
  FinishRequest,
  Operation,
  Outcome,
  Plan,
  Routing,
  Style,
} from "@trame/shared";
import { onTestFinished } from "vitest";
import type { Answer } from "../../../../server/src/store/catalogue/answer.ts";
import type { NewOrder, NewRouting } from "../../../../server/src/store/catalogue/batch.ts";
import { createCatalogueReads } from "../../../../server/src/store/catalogue/reads.ts";
import { openWriter } from "../../../../server/src/store/database.ts";
import type { ActRequest } from "../../../../server/src/store/floor/act-request.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { at } from "../workshop.ts";

/** A style in two sizes and two colours. */
export function style(id: string): Style {
  return {
    id,
    name: id.toLowerCase(),
    sizes: ["S", "M"],
    colours: [
      { name: "Bleu", pattern: "solid" },
      { name: "Écru", pattern: "empty" },
    ],
  };
}

export function operation(code: string, fields: Partial<Operation> = {}): Operation {
  return {
    code,
    label: { fr: `Opération ${code}` },
    machine: "Piqueuse plate",
    standardMinutes: 0.5,
    after: [],
    countedBy: "scan",
    ...fields,
  };
}

/** Operations 10, 20 and 30, one after the other. */
export function lineRouting(styleId: string): NewRouting {
  const operations = [
    operation("10"),
    operation("20", { after: ["10"] }),
    operation("30", { after: ["20"] }),
  ];
  return { styleId, parts: [], operations };
}

/** Fronts and sleeves, sewn apart, that join at 30. */
export function partsRouting(styleId: string): NewRouting {
  const part = (code: string, fr: string) => ({ code, label: { fr } });
  return {
    styleId,
    parts: [part("front", "Devant"), part("sleeves", "Manches")],
    operations: [
      operation("10", { part: "front" }),
      operation("20", { part: "sleeves" }),
      operation("30", { after: ["10", "20"], joins: ["front", "sleeves"] }),
    ],
  };
}

/** One station per operation, named after it: S10 does 10. */
const PLAN: Plan = {
  workshop: { name: "Atelier Lons", timeZone: "Europe/Paris" },
  calendar: { shifts: [{ days: [1, 2, 3, 4, 5], from: "08:00", to: "17:00", breaks: [] }] },
  lines: [
    {
      id: "L1",
      name: "Ligne 1",
      stations: ["10", "20", "30"].map((operation) => ({
        ...{ id: `S${operation}`, name: `Poste ${operation}`, operation, standardMinutes: 0.5 },
      })),
    },
  ],
  devices: [],
};

export type SewingRoom = ReturnType<typeof openSewingRoom>;

/** Opens it on Monday at 8, empty but for its plan. */
export function openSewingRoom() {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  const ledger = createLedger(sqlite, at("08:00"));
  ledger.putPlan({ from: at("2026-11-22 00:00"), plan: PLAN, secrets: [] }, at("08:00"));
  const reads = createCatalogueReads(sqlite);
  let now = at("08:00");
  let acts = 0;

  function act(kind: "scan" | "finish" | "split" | "join" | "dispatch" | "return", more: object) {
    now += 60_000;
    acts += 1;
    const head = { key: `act-0000${acts}`, at: now, sentAt: now, origin: "scan" };
    const request = { kind, body: { ...head, ...more } } as ActRequest;
    const outcome = ledger.act(request, { received: now, isAdmin: true });
    if (!("answer" in outcome) || !outcome.answer.accepted) {
      throw new Error(JSON.stringify(outcome));
    }
    return outcome.answer;
  }

  return {
    sqlite,
    ledger,
    reads,
    act,
    get now() {
      return now;
    },
    /** Takes what must be taken. */
    take<Value>(answer: Answer<Value>): Value {
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    addOrder(order: NewOrder): string {
      const { orders } = this.take(ledger.catalogue.putCatalogue({ orders: [order] }, now));
      return orders[0]?.id ?? "";
    },
    /** The codes of the bundles. */
    cut(orderId: string, cutting: Cutting): string[] {
      const command = { orderId, key: `cut-${orderId}-${++acts}`, cutting };
      return this.take(ledger.catalogue.cutOrder(command, now)).map(({ code }) => code);
    },
    /** Scans at the operation's station and finishes there; all pieces that are given. */
    sew(code: string, operation: string, outcome: Partial<Outcome> & { good: number }) {
      const stationId = `S${operation}`;
      act("scan", { stationId, code });
      return this.finish(code, operation, outcome);
    },
    finish(
      code: string,
      operation: string,
      outcome: Partial<FinishRequest> & Pick<FinishRequest, "good">,
    ) {
      const none = { rework: 0, second: 0, scrap: 0 };
      return act("finish", { stationId: `S${operation}`, code, ...none, ...outcome });
    },
    /** The bundles of an order as the pure sums read them. */
    bundlesOf(orderId: string): Parameters<typeof balanceOf>[0] {
      return sqlite
        .prepare<[string], { sheet: string; state: string }>(
          `SELECT json_object('id', b.id, 'orderId', b.order_id, 'styleId', b.style_id, 'set', b.set_number,
                    'part', b.part, 'size', b.size, 'colour', b.colour, 'shade', b.shade, 'pieces', b.pieces,
                    'parentId', b.parent_id) AS sheet, s.body AS state
           FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id WHERE b.order_id = ? ORDER BY b.id`,
        )
        .all(orderId)
        .map(({ sheet, state }) => ({ sheet: JSON.parse(sheet), state: JSON.parse(state) }));
    },
    routing(styleId: string): Routing {
      const routing = reads.readRoutings(styleId).at(-1);
      if (routing === undefined) throw new Error(`no routing of ${styleId}`);
      return routing;
    },
  };
}
