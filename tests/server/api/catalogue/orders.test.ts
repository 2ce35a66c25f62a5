import { describe, expect, it } from "vitest";
import { planOf } from "../support/workshop.ts";
import {
  MASK_ORDER,
  MASK_ROUTING,
  type OrderJson,
  openCatalogue,
  operation,
} from "./catalogue-http.ts";

const CUTTING = {
  styleId: "MASQUE",
  bundleSize: 50,
  lots: [{ size: "S", colour: "Bleu", shade: 1, pieces: 100 }],
};

describe("orders", () => {
  it("[O12] a new order gets its number, its id of the workshop's year, and the state prepared", async () => {
    const http = await openCatalogue();
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    http.setNow("2026-12-31T23:30:00Z");

    const first = await http.post("/orders", MASK_ORDER);
    const byHand = await http.post("/orders", { ...MASK_ORDER, number: 118, state: "running" });

    expect(first).toMatchObject({
      status: 200,
      json: { id: "2027-1", number: 1, state: "prepared", closedAt: null },
    });
    expect(byHand.json).toMatchObject({ id: "2027-118", number: 118, state: "running" });
    expect((await http.post("/orders", MASK_ORDER)).json).toMatchObject({ number: 119 });
    expect(await http.post("/orders", { ...MASK_ORDER, number: 118 })).toMatchObject({
      status: 422,
      json: { code: "order-invalid", faults: [{ code: "order-number-taken", path: "/number" }] },
    });
  });

  it("[O7] an order keeps the version of the routing that was the latest when it was taken", async () => {
    const http = await openCatalogue();
    const order = await http.must<OrderJson>(http.post("/orders", MASK_ORDER));
    const operations = [...MASK_ROUTING.operations, operation("30", { after: ["20"] })];
    await http.must(http.post("/routings", { ...MASK_ROUTING, operations }));

    const later = await http.must<OrderJson>(http.post("/orders", MASK_ORDER));
    const again = await http.must<OrderJson>(http.get(`/orders/${order.id}`));

    expect([again, later].map(({ styles }) => styles[0]?.routingVersion)).toEqual([1, 2]);
  });

  it("[O8] an order is refused whole, with each fault, its sentence and its place", async () => {
    const http = await openCatalogue();
    const body = {
      customer: "Ville de Lons",
      dueOn: "2026-02-30",
      styles: [
        { styleId: "MASQUE", quantities: [{ size: "XL", colour: "Bleu", pieces: 10 }] },
        { styleId: "POLO", quantities: [{ size: "S", colour: "Bleu", pieces: 10 }] },
      ],
      lines: ["L9"],
    };

    const refused = await http.post("/orders", body);

    expect(refused).toMatchObject({ status: 422, json: { code: "order-invalid" } });
    const { faults } = refused.json as { faults: { code: string; path: string }[] };
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "day-invalid /dueOn",
      "size-unknown /styles/0/quantities/0/size",
      "style-unknown /styles/1/styleId",
      "kit-missing /kit",
      "line-unknown /lines/0",
    ]);
    expect(faults[0]).toMatchObject({
      message: "«\u00a02026-02-30\u00a0» n’est pas un jour\u00a0: écrivez-le comme 2026-11-23.",
    });
    expect((await http.get("/orders?state=all")).json).toEqual({ orders: [] });
  });

  it("[A6] a date, a code or an id that has not its form is told in words of its own", async () => {
    const http = await openCatalogue();
    const kit = { quantity: 1, packing: [operation("dix !", { after: ["é"] })] };
    const body = { ...MASK_ORDER, dueOn: "18/12/2026", lines: ["ligne 1"], kit };

    const { faults } = (await http.post("/orders", body)).json as { faults: { path: string }[] };

    expect(faults.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      {
        code: "date-malformed",
        message: "Une date s’écrit année-mois-jour, comme 2026-12-18.",
        path: "/dueOn",
      },
      expect.objectContaining({ code: "code-malformed", path: "/kit/packing/0/after/0" }),
      expect.objectContaining({ code: "code-malformed", path: "/kit/packing/0/code" }),
      expect.objectContaining({ code: "id-malformed", path: "/lines/0" }),
    ]);
  });

  it("[O8] an order of a style without a routing says so", async () => {
    const http = await openCatalogue({ isEmpty: true });
    const style = {
      name: "Polo",
      sizes: ["S", "M"],
      colours: [{ name: "Bleu", pattern: "solid" }],
    };
    await http.must(http.put("/styles/MASQUE", style));

    expect((await http.post("/orders", MASK_ORDER)).json).toMatchObject({
      faults: [{ code: "routing-unknown", path: "/styles/0/routingVersion" }],
    });
  });

  it("[O15] what is sent of an order changes, and nothing else", async () => {
    const http = await openCatalogue();
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    const order = await http.must<OrderJson>(http.post("/orders", MASK_ORDER));
    const url = `/orders/${order.id}`;

    const changes = { dueOn: "2027-01-15", priority: 1, lines: ["L1"] };
    expect((await http.patch(url, changes)).json).toEqual({ ...order, ...changes });
    const { lines: _, ...anyLine } = { ...order, ...changes };
    expect((await http.patch(url, { lines: null })).json).toEqual(anyLine);
    expect((await http.get(url)).json).toEqual(anyLine);
    expect(await http.patch(url, { lines: ["L1", "L1"], dueOn: "2026-13-01" })).toMatchObject({
      status: 422,
      json: {
        faults: [
          { code: "day-invalid", path: "/dueOn" },
          { code: "line-duplicate", path: "/lines/1" },
        ],
      },
    });
    expect(await http.patch(url, { state: "done" })).toMatchObject({
      status: 422,
      json: { faults: [{ code: "value-not-among", path: "/state" }] },
    });
    expect((await http.get(url)).json).toEqual(anyLine);
  });

  it("[O16] an order goes from prepared to released, running and closed, and back only where nothing began", async () => {
    const http = await openCatalogue();
    await http.must(http.post("/orders", MASK_ORDER));
    const go = async (state: string) => {
      const { status, json } = await http.patch("/orders/2026-1", { state });
      return status === 200 ? (json as OrderJson).state : (json as { message: string }).message;
    };
    const impossible = (state: string, wanted: string) =>
      `L’ordre 2026-1 est dans l’état «\u00a0${state}\u00a0»\u00a0: il ne peut pas passer à «\u00a0${wanted}\u00a0».`;

    expect(await go("released")).toBe("released");
    expect(await go("prepared")).toBe("prepared");
    expect(await go("running")).toBe("running");
    expect(await go("prepared")).toBe(impossible("running", "prepared"));
    expect(await go("closed")).toBe("closed");
    expect(await go("released")).toBe(impossible("closed", "released"));
    expect((await http.get("/orders")).json).toEqual({ orders: [] });
    expect((await http.get("/orders?state=closed")).json).toMatchObject({
      orders: [{ id: "2026-1", closedAt: http.deps.now() }],
    });
    expect(await go("running")).toBe("running");
    expect((await http.get("/orders")).json).toMatchObject({ orders: [{ closedAt: null }] });
  });

  it("[O25] an order with bundles in progress is closed only by somebody who gives them up", async () => {
    const http = await openCatalogue();
    await http.must(http.post("/orders", MASK_ORDER));
    await http.must(http.post("/orders/2026-1/cuttings", CUTTING));

    expect(await http.patch("/orders/2026-1", { state: "closed" })).toMatchObject({
      status: 409,
      json: {
        code: "order-not-empty",
        message:
          "Il reste 2\u00a0paquets en cours dans l’ordre 2026-1\u00a0: terminez-les, ou clôturez en y renonçant avec «\u00a0abandon\u00a0».",
      },
    });
    expect(await http.patch("/orders/2026-1", { state: "closed", abandon: true })).toMatchObject({
      status: 200,
      json: { state: "closed" },
    });
    expect(await http.post("/orders/2026-1/cuttings", CUTTING)).toMatchObject({
      status: 409,
      json: { code: "order-closed" },
    });
  });

  it("[O15] an unknown order is a 404 that names it", async () => {
    const http = await openCatalogue();
    const unknown = {
      status: 404,
      json: {
        code: "order-unknown",
        message:
          "Il n’y a pas d’ordre de fabrication «\u00a02026-9\u00a0»\u00a0: cherchez-le dans la liste.",
      },
    };

    expect(await http.get("/orders/2026-9")).toMatchObject(unknown);
    expect(await http.get("/orders/2026-9/progress")).toMatchObject(unknown);
    expect(await http.patch("/orders/2026-9", { priority: 1 })).toMatchObject(unknown);
    expect(await http.post("/orders/2026-9/cuttings", CUTTING)).toMatchObject(unknown);
  });
});
