import { type Goods, minuteFigures, type ProductionRow, sumMinutes } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf, type PeopledStation, rowsOf, stationId, toldGroups } from "./attended-line.ts";
import { isComputable } from "./solver.ts";

const settings = { seed: 20_261_122, numRuns: Number(process.env["FUZZ_RUNS"] ?? 60) };
const POLO: Goods = { orderId: "2026-1", styleId: "POLO", size: "M", colour: "Bleu" };
const ROBE: Goods = { ...POLO, orderId: "2026-2", styleId: "ROBE" };
const OPEN = { stationFigures: true, operationMinutes: true };

const station = (operation: string, heads = 1, goods: readonly Goods[] = [POLO]) => ({
  ...{ operation, heads, goods },
});

/** Minutes that are told, by a name of what they are of; a dash where they are not. */
function told(rows: readonly ProductionRow[], by: (row: ProductionRow) => string | null) {
  return Object.fromEntries(
    [...Map.groupBy(rows, by)].map(([name, own]) => [
      name ?? "-",
      minuteFigures(own, 0).attendedMinutes ?? "—",
    ]),
  );
}

const byOrder = ({ orderId }: ProductionRow) => orderId;
const byOperation = ({ operation }: ProductionRow) => operation;

describe("attended minutes of few people", () => {
  it("[PR11] are told of the order that eight people sewed, and of no operation that one of them did", () => {
    const rows = rowsOf(factsOf(["a", "b", "c", "d", "e", "f", "g", "h"].map((op) => station(op))));

    expect(told(rows, byOrder)).toEqual({ "2026-1": 8 * 480 });
    expect(new Set(Object.values(told(rows, byOperation)))).toEqual(new Set(["—"]));
  });

  it("[PR11] are told of an operation that four people did, unless one beside it could be computed then", () => {
    const four = ["a", "a", "a", "a"].map((op) => station(op));
    const five = [...four, station("b", 4), station("c")];

    expect(told(rowsOf(factsOf([...four, station("b", 4)])), byOperation)).toEqual({
      ...{ a: 4 * 480, b: 4 * 480 },
    });
    // « c » would be the order's without « a » and « b »: the smallest beside it is not told either.
    const beside = told(rowsOf(factsOf(five)), byOperation);
    expect([beside["c"], Object.values(beside).filter((of) => of === "—")]).toEqual([
      "—",
      ["—", "—"],
    ]);
    expect(told(rowsOf(factsOf(five)), byOrder)).toEqual({ "2026-1": 9 * 480 });
  });

  it("[PR11] of a line of three people are the line's, though they sewed one order all day", () => {
    const rows = rowsOf(factsOf([station("a", 3)]));

    expect(told(rows, byOrder)).toEqual({ "2026-1": "—" });
    expect(minuteFigures(rows, 0, "line")).toMatchObject({ attendedMinutes: 3 * 480 });
  });

  it("[PR11] are the line's where nobody badged in, and the plan says how many there are", () => {
    const rows = rowsOf(factsOf([station("a", 0), station("b", 0)]));

    expect(told(rows, byOperation)).toEqual({ a: "—", b: "—" });
    expect(minuteFigures(rows, 0, "line").masked).toBeNull();
  });

  it("[PR11] count who came one after the other as one person: it may be the same", () => {
    const facts = factsOf([station("a", 1)]);
    const [presence] = facts.presences;
    const turns = [0, 1, 2, 3].map((hour) => ({
      ...{ stationId: "S1", heads: 1, from: presence!.from + hour * 3_600_000 },
      to: presence!.from + (hour + 1) * 3_600_000,
    }));

    expect(told(rowsOf({ ...facts, presences: turns }), byOrder)).toEqual({ "2026-1": "—" });
    const together = turns.map((turn, index) => ({ ...turn, stationId: `S${index + 1}` }));
    const four = factsOf(["a", "a", "a", "a"].map((op) => station(op)));
    const same = together.map((turn) => ({ ...turn, from: presence!.from }));
    expect(told(rowsOf({ ...four, presences: same }), byOrder)["2026-1"]).not.toBe("—");
  });

  it("[PR11] are told of groups of stations where figures are not told per station, if four people were there", () => {
    const facts = factsOf(["a", "b", "c", "d"].map((op) => station(op)));
    const rows = rowsOf(facts, { stationFigures: false, operationMinutes: false });

    expect(told(rows, byOperation)).toEqual({ "a + b + c + d": 4 * 480 });
  });

  it("[PR12] are told of whatever has them where the workshop decided so", () => {
    const rows = rowsOf(factsOf([station("a"), station("b", 1, [POLO, ROBE])]), OPEN);

    expect(told(rows, byOperation)).toEqual({ a: 480, b: 480 });
    expect(rows.filter(({ pool }) => pool !== undefined)).toEqual([]);
  });
});

const goods = fc.record({
  orderId: fc.constantFrom("2026-1", "2026-2"),
  styleId: fc.constantFrom("POLO", "ROBE"),
  size: fc.constantFrom("M", "L"),
  colour: fc.constant("Bleu"),
});
const stations = fc.array(
  fc.record({
    operation: fc.constantFrom("a", "b", "c"),
    heads: fc.constantFrom(0, 1, 1, 1, 2, 4),
    goods: fc.array(goods, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Groups of up to three people: every one of stations whose people are so few. */
function fewPeople(line: readonly PeopledStation[]): ReadonlySet<string>[] {
  return Array.from({ length: 2 ** line.length }, (_, bits) =>
    line.flatMap((each, index) => (bits & (2 ** index) ? [{ ...each, id: stationId(index) }] : [])),
  )
    .filter((chosen) => {
      const people = chosen.reduce((sum, { heads }) => sum + heads, 0);
      return people > 0 && people < 4;
    })
    .map((chosen) => new Set(chosen.map(({ id }) => id)));
}

/** Stations of up to three people whose minutes follow from what is told beside the line's total; null: of none. */
function findLeak(
  line: readonly PeopledStation[],
  groups: readonly (readonly number[])[],
  rows: readonly ProductionRow[],
): readonly string[] | null {
  const withMinutes = new Set(
    rowsOf(factsOf(line), OPEN).flatMap(({ attendedMinutes }, index) =>
      attendedMinutes > 0 ? [index] : [],
    ),
  );
  const clean = [rows.map((_, index) => index), ...groups].map((own) =>
    own.filter((index) => withMinutes.has(index)),
  );
  const found = fewPeople(line).find((few) => {
    const own = rows.flatMap(({ stationId: id }, index) => (few.has(id ?? "") ? [index] : []));
    return isComputable(clean, new Set(own), rows.length);
  });
  return found === undefined ? null : [...found];
}

const peopleOn = (line: readonly PeopledStation[]) =>
  line.reduce((sum, { heads }) => sum + heads, 0);

describe("what is told of attended minutes together", () => {
  it("[PR11] leads by no sum and no difference to three people or fewer, and adds up to the line's", () => {
    fc.assert(
      fc.property(stations, (line) => {
        const facts = factsOf(line);
        const rows = rowsOf(facts);
        const [whole, true_] = [rows, rowsOf(facts, OPEN)].map((all) =>
          sumMinutes(all.map(({ attendedMinutes }) => attendedMinutes)),
        );
        expect(whole).toBe(true_);
        const groups = toldGroups(rows);
        // The minutes of a line are told, however few its people are; then nothing else of it is.
        if (peopleOn(line) < 4) expect(toldMinutesOf(rows, groups)).toEqual([]);
        else expect(findLeak(line, groups, rows)).toBeNull();
      }),
      settings,
    );
  });

  it("[PR11] is caught where each group is masked by itself alone: the difference tells the one that is not", () => {
    const line = [station("a", 4), station("b", 4), station("c", 1)];
    const rows = rowsOf(factsOf(line), OPEN);
    const heads = new Map(line.map((each, index) => [stationId(index), each.heads]));
    const alone = toldGroups(rows, (own) => {
      const ids = new Set(own.map(({ stationId: id }) => id ?? ""));
      return [...ids].reduce((sum, id) => sum + (heads.get(id) ?? 0), 0) >= 4;
    });

    expect(findLeak(line, alone, rows)).toEqual(["S3"]);
    expect(findLeak(line, toldGroups(rowsOf(factsOf(line))), rows)).toBeNull();
  });
});

/** Told groups that have minutes. */
function toldMinutesOf(rows: readonly ProductionRow[], groups: readonly (readonly number[])[]) {
  return groups.filter((own) => own.some((index) => (rows[index]?.attendedMinutes ?? 0) > 0));
}
