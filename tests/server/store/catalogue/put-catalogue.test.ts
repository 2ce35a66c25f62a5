import { describe, expect, it } from "vitest";
import type { NewOrder } from "../../../../server/src/store/catalogue/batch.ts";
import { lineRouting, openSewingRoom, operation, style } from "./sewing-room.ts";

const ORDER: NewOrder = {
  customer: "Ville de Lons",
  dueOn: "2026-12-18",
  styles: [{ styleId: "POLO", quantities: [{ size: "S", colour: "Bleu", pieces: 50 }] }],
};

describe("a batch", () => {
  it("[O13] may refer to what comes with it, and is taken whole", () => {
    const room = openSewingRoom();
    const { ledger, reads, take } = room;

    const taken = take(
      ledger.catalogue.putCatalogue(
        {
          orders: [ORDER, { ...ORDER, number: 7 }, ORDER],
          routings: [lineRouting("POLO")],
          styles: [style("POLO")],
          operators: [
            { pseudonym: "Fleur" },
            { pseudonym: "Soleil", badge: 2 },
            { pseudonym: "Lune" },
          ],
        },
        room.now,
      ),
    );

    expect(taken.routings).toMatchObject([{ styleId: "POLO", version: 1 }]);
    expect(taken.orders.map(({ id }) => id)).toEqual(["2026-8", "2026-7", "2026-9"]);
    expect(taken.orders[0]?.order.styles[0]?.routingVersion).toBe(1);
    expect(taken.operators.map(({ id, badge }) => [id, badge])).toEqual([
      ["P1", 1],
      ["P2", 2],
      ["P3", 3],
    ]);
    expect(reads.readOrders("all")).toHaveLength(3);
    expect(reads.readOperators()).toEqual(taken.operators);
  });

  it("[O13] with one fault is refused whole, and nothing of it is there", () => {
    const { ledger, reads, now } = openSewingRoom();
    const clock = ledger.clock;
    const batch = {
      styles: [style("POLO"), style("POLO")],
      routings: [
        lineRouting("POLO"),
        { ...lineRouting("SWEAT"), operations: [operation("10", { after: ["5"] })] },
      ],
      orders: [
        { ...ORDER, number: 7 },
        { ...ORDER, number: 7, dueOn: "2026-02-30" },
      ],
      operators: [
        { pseudonym: "Fleur", badge: 3 },
        { pseudonym: "Soleil", badge: 3 },
      ],
    };

    const answer = ledger.catalogue.putCatalogue(batch, now);
    const faults = "faults" in answer ? answer.faults : [];

    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "id-duplicate /styles/1/id",
      "style-unknown /routings/1/styleId",
      "predecessor-unknown /routings/1/operations/0/after/0",
      "day-invalid /orders/1/dueOn",
      "id-duplicate /orders/1/number",
      "id-duplicate /operators/1/badge",
    ]);
    expect(ledger.catalogue.checkCatalogue(batch, now)).toEqual(faults);
    expect([reads.readStyles(), reads.readRoutings(null), reads.readOrders("all")]).toEqual([
      [],
      [],
      [],
    ]);
    expect(ledger.clock).toBe(clock);
  });

  it("[O13] that the disk refuses half way leaves nothing behind, in memory neither", () => {
    const { sqlite, ledger, reads, now, take } = openSewingRoom();
    const batch = { styles: [style("POLO")], routings: [lineRouting("POLO")] };
    sqlite.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON routings BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );

    expect(() => ledger.catalogue.putCatalogue(batch, now)).toThrow("disk full");
    sqlite.exec("DROP TRIGGER full");

    expect(reads.readStyles()).toEqual([]);
    const orderOnly = ledger.catalogue.checkCatalogue({ orders: [ORDER] }, now);
    expect(orderOnly).toMatchObject([{ code: "style-unknown" }]);
    take(ledger.catalogue.putCatalogue(batch, now));
    expect(ledger.catalogue.checkCatalogue({ orders: [ORDER] }, now)).toEqual([]);
  });

  it("[O12] finds no number for an order when all are in use", () => {
    const { sqlite, ledger, now, take } = openSewingRoom();
    take(
      ledger.catalogue.putCatalogue(
        { styles: [style("POLO")], routings: [lineRouting("POLO")] },
        now,
      ),
    );
    sqlite.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
       INSERT INTO orders SELECT '2025-' || i, i, i, NULL, 'running', '{}' FROM n`,
    );

    expect(ledger.catalogue.putCatalogue({ orders: [ORDER] }, now)).toEqual({
      ok: false,
      refusal: { code: "order-numbers-used-up" },
    });
  });
});
