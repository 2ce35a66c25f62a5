import { describe, expect, it } from "vitest";
import { type CatalogueHttp, MASK_ORDER, openCatalogue } from "./catalogue-http.ts";

const LOT = { size: "S", colour: "Bleu", shade: 3, pieces: 100 };
const CUTTING = {
  styleId: "MASQUE",
  bundleSize: 40,
  lots: [LOT, { ...LOT, shade: 4, pieces: 10 }],
};

interface Made {
  readonly bundles: readonly { code: string; number: number; shade: number; pieces: number }[];
}

async function openOrder(): Promise<CatalogueHttp> {
  const http = await openCatalogue();
  await http.must(http.post("/orders", { ...MASK_ORDER, number: 118 }));
  return http;
}

describe("a cutting", () => {
  it("[O10] answers its bundles with their codes, numbered on from those before", async () => {
    const http = await openOrder();

    const { bundles } = await http.must<Made>(http.post("/orders/2026-118/cuttings", CUTTING));
    const more = await http.must<Made>(http.post("/orders/2026-118/cuttings", CUTTING));

    expect(bundles.map(({ number, shade, pieces }) => [number, shade, pieces])).toEqual([
      [1, 3, 40],
      [2, 3, 40],
      [3, 3, 20],
      [4, 4, 10],
    ]);
    expect(bundles[0]?.code).toMatch(/^118-1-[A-Y]$/);
    expect(more.bundles.map(({ number }) => number)).toEqual([5, 6, 7, 8]);
    expect((await http.get("/orders/2026-118")).json).toMatchObject({ state: "prepared" });
  });

  it("[O14] sent again with its key cuts nothing again; the key of another cutting is refused", async () => {
    const http = await openOrder();
    const cutting = { ...CUTTING, key: "coupe-du-23-novembre" };

    const first = await http.post("/orders/2026-118/cuttings", cutting);
    const again = await http.post("/orders/2026-118/cuttings", cutting);

    expect(again.json).toEqual(first.json);
    expect(again.json).toMatchObject({ bundles: { length: 4 } });
    const other = { ...cutting, bundleSize: 50 };
    expect(await http.post("/orders/2026-118/cuttings", other)).toMatchObject({
      status: 409,
      json: { code: "cutting-key-taken", path: "/key" },
    });
    expect((await http.get("/orders/2026-118/progress")).json).toMatchObject({
      bundles: { waiting: 4 },
    });
  });

  it("[O27] told later keeps the moment at which it was cut, never one after it was told", async () => {
    const http = await openOrder();
    const cutAt = async (at: number) => {
      const { bundles } = await http.must<Made>(
        http.post("/orders/2026-118/cuttings", { ...CUTTING, at }),
      );
      const story = await http.must<{ facts: readonly { kind: string; at: number }[] }>(
        http.get(`/bundles/${bundles[0]?.code}/story`),
      );
      return story.facts[0];
    };
    const { givenAt } = await http.must<{ givenAt: number }>(http.get("/orders/2026-118"));

    expect(await cutAt(givenAt - 3_600_000)).toMatchObject({
      kind: "cut",
      at: givenAt - 3_600_000,
    });
    expect((await cutAt(givenAt + 3_600_000))?.at).toBeLessThan(givenAt + 3_600_000);
  });

  it("[O11] of what was not ordered is refused, and cuts nothing", async () => {
    const http = await openOrder();
    const cutting = { ...CUTTING, lots: [LOT, { ...LOT, colour: "Écru" }, LOT] };

    expect(await http.post("/orders/2026-118/cuttings", cutting)).toMatchObject({
      status: 422,
      json: {
        code: "cutting-invalid",
        message: "La coupe n’est pas prise\u00a0: il y a 2\u00a0points à corriger.",
        faults: [
          { code: "lot-not-ordered", path: "/lots/1" },
          { code: "lot-duplicate", path: "/lots/2" },
        ],
      },
    });
    const shapeless = { ...CUTTING, bundleSize: 0 };
    expect((await http.post("/orders/2026-118/cuttings", shapeless)).json).toMatchObject({
      faults: [{ code: "number-too-small", path: "/bundleSize" }],
    });
    expect((await http.get("/orders/2026-118/progress")).json).toMatchObject({
      bundles: { waiting: 0 },
    });
  });
});

describe("a ticket", () => {
  const stateOf = async (http: CatalogueHttp, number: number) =>
    (await http.store.reports.readTickets("2026-118", [number]))?.tickets[0];

  it("[O18] printed again gets a new number, and the old one is replaced", async () => {
    const http = await openOrder();
    const { bundles } = await http.must<Made>(http.post("/orders/2026-118/cuttings", CUTTING));
    const torn = bundles[1]?.code ?? "";

    const first = await http.post(`/bundles/${torn}/reprint`);
    const second = await http.post(`/bundles/${torn.replace("-", "X").replace("-", "")}/reprint`);

    expect(first.json).toMatchObject({ orderId: "2026-118", number: 5 });
    expect(second).toMatchObject({ status: 200, json: { number: 6 } });
    expect(
      (await Promise.all([2, 5, 6].map((n) => stateOf(http, n)))).map((t) => t?.state),
    ).toEqual(["replaced", "replaced", "valid"]);
    expect(await stateOf(http, 6)).toMatchObject({ firstNumber: 2, size: "S", pieces: 40 });
    const printed = await http.store.reports.readTickets("2026-118", null);
    expect(printed?.tickets.map(({ number }) => number)).toEqual([1, 3, 4, 6]);
  });

  it("[O18] that was made void is valid no more, and its bundle can be given another", async () => {
    const http = await openOrder();
    const { bundles } = await http.must<Made>(http.post("/orders/2026-118/cuttings", CUTTING));
    const code = bundles[0]?.code ?? "";

    expect((await http.post(`/bundles/${code}/void`)).json).toMatchObject({ code, number: 1 });
    expect(await stateOf(http, 1)).toMatchObject({ state: "void" });
    expect(await http.post(`/bundles/${code}/void`)).toMatchObject({
      status: 409,
      json: { code: "ticket-ended" },
    });
    await http.must(http.post(`/bundles/${code}/reprint`));
    expect([await stateOf(http, 1), await stateOf(http, 5)]).toMatchObject([
      { state: "void" },
      { state: "valid", firstNumber: 1 },
    ]);
  });

  it("[O18] that nobody knows, or cannot read, is a 404", async () => {
    const http = await openOrder();

    for (const code of ["118-1-K", "118-1", "P-412-E"]) {
      expect(await http.post(`/bundles/${code}/reprint`), code).toMatchObject({
        status: 404,
        json: { code: "ticket-unknown" },
      });
    }
  });
});
