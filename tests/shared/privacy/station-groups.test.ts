import { groupedLine, maskedStation, stationGroups } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { lineRow, stationRow } from "../../browser/support/rows.ts";

const stations = (...operations: readonly string[]) =>
  operations.map((operation, index) => ({ stationId: `S${index + 1}`, operation }));

const groupsOf = (...operations: readonly string[]) =>
  stationGroups(stations(...operations)).map((group) => [
    group.operations.join(" "),
    group.stationIds.length,
  ]);

describe("groups of stations", () => {
  it("[PR6] put operations side by side together until four stations do them", () => {
    expect(groupsOf("a", "b", "c", "d", "e", "e", "f", "g")).toEqual([
      ["a b c d", 4],
      ["e f g", 4],
    ]);
  });

  it("[PR6] leave an operation alone that four stations do, and give what is left over to the group before", () => {
    expect(groupsOf("a", "a", "a", "a", "b", "c")).toEqual([["a b c", 6]]);
    expect(groupsOf("a", "a", "a", "a", "b", "b", "b", "b")).toEqual([
      ["a", 4],
      ["b", 4],
    ]);
    expect(groupsOf("a", "b")).toEqual([["a b", 2]]);
  });

  it("[PR6] hold every station of a line once, four or more of them, whatever the line", () => {
    for (let count = 4; count < 40; count += 1) {
      const line = stations(
        ...Array.from({ length: count }, (_, n) => `op ${n % (1 + (count % 7))}`),
      );
      const groups = stationGroups(line);
      const ids = groups.flatMap(({ stationIds }) => stationIds);
      expect(ids.toSorted()).toEqual(line.map(({ stationId }) => stationId).toSorted());
      expect(Math.min(...groups.map(({ stationIds }) => stationIds.length))).toBeGreaterThan(3);
    }
  });
});

describe("rows without figures per station", () => {
  it("[PR6] tell a station's state, and nothing that counts its pieces", () => {
    const at = Date.parse("2026-11-23T10:00:20Z");
    const masked = maskedStation(stationRow({ pieces: 12, lastPieceAt: at }));
    expect([masked.pieces, masked.hours, masked.minutes]).toEqual([null, null, null]);
    expect(masked.lastPieceAt).toBe(Date.parse("2026-11-23T10:01:00Z"));
  });

  it("[PR6] tell what four stations made together, minute by minute, from the latest beginning on", () => {
    const of = (n: number, from: number) =>
      stationRow({
        ...{ stationId: `S0${n}`, operation: `op ${n}`, pieces: n },
        hours: [{ hour: 3_600_000, pieces: n }],
        minutes: { from, counts: [1, n] },
      });
    const rows = [of(1, 0), of(2, 0), of(3, 60_000), of(4, 60_000)];
    const told = groupedLine(lineRow({ stationIds: rows.map(({ stationId }) => stationId) }), rows);
    expect(told.groups).toEqual([
      {
        operations: ["op 1", "op 2", "op 3", "op 4"],
        stationIds: ["S01", "S02", "S03", "S04"],
        pieces: 10,
        hours: [{ hour: 3_600_000, pieces: 10 }],
        minutes: { from: 60_000, counts: [5, 7] },
      },
    ]);
    expect(groupedLine(lineRow({ stationIds: ["S01", "S02", "S03"] }), rows).groups).toEqual([]);
  });
});
