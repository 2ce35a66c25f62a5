import { type Api, createOrderBook, loadScenario } from "@trame/firmware-sim";
import { cut } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { MORNING } from "../workshop-builder.ts";

const lons = await loadScenario("lons");
const uniformes = await loadScenario("uniformes");

/** A server that gives orders and cuts them, the sets of a style after others; `fails` says which calls are lost. */
function openBook(scenario = lons, fails: readonly number[] = []) {
  let calls = 0;
  const orders: string[] = [];
  const send = ((_, path: string, body: object) => {
    if (fails.includes(++calls)) return Promise.reject(new TypeError("fetch failed"));
    if (path === "/api/v1/orders") {
      orders.push(`2026-${orders.length + 1}`);
      return Promise.resolve({ id: orders.at(-1) });
    }
    const { lots, bundleSize } = body as Parameters<typeof cut>[0];
    const parts = scenario === lons ? [] : ["devant", "dos"];
    const bundles = cut({ lots, bundleSize, parts, firstNumber: 1 }).map((bundle) => ({
      ...bundle,
      set: bundle.set + 1_000,
      code: `${orders.findIndex((id) => path.includes(`/${id}/`)) + 1}-${bundle.number}`,
    }));
    return Promise.resolve({ bundles });
  }) as Api["send"];
  const never = () => Promise.reject(new Error("not asked for"));
  const book = createOrderBook({ ask: never, get: never, send }, scenario, "a1b2");
  return { book, orders };
}

const packet = (set: number, part: string | null = null) => {
  return { id: part === null ? `${set}` : `${set}/${part}`, set, part };
};

describe("orders of a simulated workshop", () => {
  it("[M22] are given once, and again when all of one is cut", async () => {
    const { book, orders } = openBook();
    const sets = Array.from({ length: 4_800 / 20 + 3 }, (_, set) => set);
    await Promise.all(sets.map((set) => book.open({ style: "MASQUE", set }, MORNING)));
    expect(orders).toEqual(["2026-1", "2026-2"]);
    const last = sets.findLast((set) => book.setsOf("MASQUE").at(set).order === 0) ?? 0;
    expect(book.codeOf("MASQUE", packet(0))).toBe("1-1");
    expect(book.codeOf("MASQUE", packet(last))).toBe(`1-${last + 1}`);
    expect(book.codeOf("MASQUE", packet(last + 1))).toBe("2-1");
  });

  it("[M22] have a ticket for each part of each style", async () => {
    const { book, orders } = openBook(uniformes);
    await book.open({ style: "POLO", set: 0 }, MORNING);
    await book.open({ style: "SWEAT", set: 0 }, MORNING);
    expect(orders).toEqual(["2026-1"]);
    expect(book.codeOf("POLO", packet(1, "dos"))).toBe("1-4");
    expect(book.codeOf("SWEAT", packet(0, "devant"))).toBe("1-1");
    expect(() => book.codeOf("POLO", packet(0, "col"))).toThrow(/has no ticket/);
  });

  it("[M22] are asked for again when the server could not be reached", async () => {
    const { book, orders } = openBook(lons, [1, 3]);
    const set = { style: "MASQUE", set: 0 };
    await expect(book.open(set, MORNING)).rejects.toThrow("fetch failed");
    await expect(book.open(set, MORNING)).rejects.toThrow("fetch failed");
    expect(orders).toEqual(["2026-1"]);
    await book.open({ style: "MASQUE", set: 0 }, MORNING);
    expect(orders).toEqual(["2026-1"]);
  });
});
