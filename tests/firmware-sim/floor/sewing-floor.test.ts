import {
  createRandom,
  type FloorHappening,
  layOutLines,
  loadScenario,
  parseScenario,
  repeatShift,
  type SewingEvent,
  type SimulatedLine,
  sewLine,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { HOUR, MORNING } from "../workshop-builder.ts";

const uniformes = await loadScenario("uniformes");
const lons = await loadScenario("lons");
const shift = {
  from: MORNING,
  to: MORNING + 8 * HOUR,
  windows: [{ from: MORNING, to: MORNING + 8 * HOUR }],
};

/** What people do on a line in a day, and before it. */
function playDay(line: SimulatedLine): (Omit<SewingEvent, "what"> & { what: FloorHappening })[] {
  const story = sewLine({
    ...line,
    week: 3,
    random: createRandom(7),
    start: MORNING,
    nextShift: repeatShift(shift, 24 * HOUR),
    incidents: [],
  });
  const done = [];
  for (const { what, ...event } of story) {
    if (event.at > shift.to) break;
    const isFloor = !["seam", "fault", "power", "network"].includes(what.kind);
    if (isFloor) done.push({ ...event, what: what as FloorHappening });
  }
  return done;
}

const lines = [...layOutLines(uniformes), ...layOutLines(lons)];

/** What is finished, as the operations after it see it: `12 polo-col`. */
function finishedBy(what: FloorHappening): string[] {
  if (what.kind === "finish" && what.isWhole) return [`${what.packet.set} ${what.operation}`];
  return what.kind === "return" ? [`${what.packet.set} sweat-ecusson`] : [];
}

/** Ids of the operations right before one. */
function before({ scenario: { operations } }: SimulatedLine, id: string): readonly string[] {
  const index = operations.findIndex((operation) => operation.id === id);
  return operations[index]?.after ?? operations.slice(index - 1, index).map((each) => each.id);
}

/** What is in each packet after each step; `check` is told what a finish counted and what was there. */
function follow(done: readonly FloorHappening[], check: (counted: number, there: number) => void) {
  const left = new Map<string, number>();
  for (const what of done) {
    if (what.kind === "split") {
      left.set(what.packet.id, (left.get(what.packet.id) ?? 0) - what.pieces);
      left.set(what.child.id, what.pieces);
    }
    if (what.kind === "return") left.set(what.packet.id, what.outcome.good);
    if (what.kind !== "finish" || !what.isWhole) continue;
    const { good, rework, second, scrap } = what.outcome;
    const there = left.get(what.packet.id);
    if (there !== undefined) check(good + rework + second + scrap, there);
    left.set(what.packet.id, good);
  }
  return left;
}

describe("packets on a simulated floor", () => {
  it.each(lines)("[M19] $name: nothing is begun before what comes before is finished", (line) => {
    const finished = new Set<string>();
    for (const { what } of playDay(line)) {
      for (const done of finishedBy(what)) finished.add(done);
      if (what.kind !== "begin") continue;
      const needed = before(line, what.operation);
      // Pieces that went ahead come before the rest of their set.
      const isAhead = what.packet.id.includes(".");
      const missing = needed.filter((id) => !finished.has(`${what.packet.set} ${id}`));
      expect(isAhead ? [] : missing).toEqual([]);
      expect(what.others).toHaveLength(Math.max(0, needed.length - 1));
      expect(what.others.every(({ set }) => set === what.packet.set)).toBe(true);
    }
  });

  it.each(lines)("[M19] $name: no packet gains or loses a piece unseen", (line) => {
    let checked = 0;
    follow(
      playDay(line).map(({ what }) => what),
      (counted, there) => {
        checked += 1;
        expect(counted).toBe(there);
      },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it("[M19] somebody badges in before the first packet, each at their own station", () => {
    const [line] = layOutLines(lons);
    const today = playDay(line!).filter(({ at }) => at >= MORNING);
    const stations = new Set<string>();
    for (const { station, what } of today) {
      if (what.kind === "badge" && what.on) stations.add(station);
      if (what.kind === "begin") expect(stations).toContain(station);
    }
    const leaving = today.flatMap(({ what }) => (what.kind === "badge" && !what.on ? [what] : []));
    expect(leaving.map(({ pseudonym }) => pseudonym)).toEqual(expect.arrayContaining(["Dentelle"]));
  });

  it("[M19] all that real floors see happens: failures, repairs, splits, tests, parts made outside", () => {
    const kinds = new Set(lines.flatMap((line) => playDay(line).map(({ what }) => what.kind)));
    expect([...kinds].sort()).toEqual(
      [
        ...["badge", "begin", "correct", "dispatch", "finish", "repaired", "return", "split"],
        "trouble",
      ].sort(),
    );
  });
});

describe("the scenario of school uniforms", () => {
  it("[M20] is 3,000 kits of 3 polos and 2 sweatshirts, 15,000 pieces", () => {
    const [order] = uniformes.orders ?? [];
    const pieces = order?.styles.map(({ style, perKit, lots }) => [
      style,
      perKit,
      lots.reduce((sum, lot) => sum + lot.pieces, 0),
    ]);
    expect([order?.kits, pieces]).toEqual([
      3_000,
      [
        ["POLO", 3, 9_000],
        ["SWEAT", 2, 6_000],
      ],
    ]);
  });

  it("[M20] takes 11 to 14 minutes for a polo and 14 to 18 for a sweatshirt", () => {
    const minutes = (style: string) =>
      uniformes.operations
        .filter((operation) => operation.style === style)
        .reduce((sum, { standardMinutes }) => sum + standardMinutes, 0);
    expect(minutes("POLO")).toBeGreaterThan(11);
    expect(minutes("POLO")).toBeLessThan(14);
    expect(minutes("SWEAT")).toBeGreaterThan(14);
    expect(minutes("SWEAT")).toBeLessThan(18);
  });

  it("[M20] has three lines, tables without counters, and lines of a style that share its sets", () => {
    const [a, b, sweats] = layOutLines(uniformes);
    expect([a?.name, b?.name, sweats?.name]).toEqual(["Polos A", "Polos B", "Sweats"]);
    expect([a?.share, b?.share, sweats?.share]).toEqual([
      { first: 0, every: 2 },
      { first: 1, every: 2 },
      { first: 0, every: 1 },
    ]);
    const tables = uniformes.stations.filter(({ device }) => device === undefined);
    expect(tables.map(({ id }) => id)).toEqual(["S12", "S24", "S40", "S41"]);
  });

  it("[M12] is refused when a part never joins, or a size is not the style's", () => {
    const spoilt = structuredClone(uniformes);
    Object.assign(spoilt.operations[5]!, { joins: ["devant"] });
    Object.assign(spoilt.orders![0]!.styles[0]!.lots[0]!, { size: "XXL" });
    const parsed = parseScenario(JSON.stringify(spoilt));
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(/^Gamme POLO : /)]));
    expect(faults).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Commande 1 : size-unknown/)]),
    );
  });
});
