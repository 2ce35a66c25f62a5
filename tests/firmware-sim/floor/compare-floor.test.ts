import { type Api, compareFloor } from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";

const TRUTH = {
  ...{ order: 0, style: "MASQUE", size: "S", colour: "Bleu" },
  ...{ good: 38, rework: 1, second: 0, scrap: 1, outside: 0 },
};
const TOLD = { ...TRUTH, ordered: 100, cut: 100 };
const ANSWERED = {
  ...{ taken: 12, refused: 1, surprises: [], plannedConflicts: new Set(["sim-2"]) },
  keys: new Set(["sim-1", "sim-2"]),
};

interface Server {
  readonly told?: Partial<typeof TOLD>;
  readonly packed?: number;
  /** Keys of acts in conflict. */
  readonly conflicts?: readonly string[];
  readonly surprises?: readonly string[];
}

async function compare({ told = {}, packed = 2, conflicts = [], surprises = [] }: Server) {
  const answers = new Map<string, unknown>([
    [
      "/api/v1/orders/2026-1/progress",
      {
        styles: [{ styleId: "MASQUE", quantities: [{ ...TOLD, ...told }] }],
        kits: { packed },
      },
    ],
    [
      "/api/v1/conflicts",
      {
        conflicts: conflicts.map((key) => {
          const bundle = { code: "118-1-R" };
          return { code: "done-twice", bundle, act: { key, stationId: "S01" } };
        }),
      },
    ],
    ["/api/v1/calls", { calls: [] }],
    ["/api/v1/stops", { stops: [] }],
    ["/api/v1/board", { windows: [] }],
  ]);
  const get = ((path: string) => Promise.resolve(answers.get(path))) as Api["get"];
  const act = { path: "scans", stationId: "S01", at: 0, key: "sim-1" };
  const crew = {
    truth: { pieces: () => [TRUTH], declared: () => new Map() },
    orders: () => [{ id: "2026-1", index: 0, kits: { perKit: new Map([["MASQUE", 1]]) } }],
    packed: () => new Map([[0, 2]]),
    words: () => ({ calls: [], stops: [] }),
    answered: () => ({ ...ANSWERED, surprises: surprises.map((said) => ({ act, said })) }),
  };
  const lines: string[] = [];
  const never: Api["ask"] = () => Promise.reject(new Error("not asked for"));
  const api: Api = { ask: never, get, send: () => Promise.reject(new Error("not asked for")) };
  const isAgreed = await compareFloor({ api, crew, patienceMs: 0 }, (line) => lines.push(line));
  return { isAgreed, last: lines.at(-1) ?? "" };
}

describe("comparison of bundles with a server", () => {
  it("[M23] agrees when each order has the pieces that it should have, and no conflict but planned ones", async () => {
    expect(await compare({ conflicts: ["sim-2", "of-somebody-else"] })).toEqual({
      isAgreed: true,
      last: "Le serveur dit la même chose des paquets.",
    });
  });

  it.each([
    [
      "a good piece too many",
      { told: { good: 39 } },
      "2026-1 MASQUE S Bleu : 39 bonnes, 38 en vrai",
    ],
    [
      "one in repair too few",
      { told: { rework: 0 } },
      "2026-1 MASQUE S Bleu : 0 en retouche, 1 en vrai",
    ],
    ["a piece that went missing", { told: { cut: 99 } }, "99 pièces coupées, 100 commandées"],
    ["a kit too few", { packed: 1 }, "2026-1 : 1 lots composés, 2 en vrai"],
    ["an unplanned refusal", { surprises: ["409 scan-out …"] }, "S01 scans sim-1 : 409 scan-out …"],
    ["an unplanned conflict", { conflicts: ["sim-1"] }, "S01 done-twice 118-1-R sim-1"],
  ])("[M23] finds %s", async (_, server, sentence) => {
    const { isAgreed, last } = await compare(server);
    expect(isAgreed).toBe(false);
    expect(last).toContain(sentence);
  });
});
