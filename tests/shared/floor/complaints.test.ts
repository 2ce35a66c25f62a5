import { decideJoin, decideScan, sentenceOf } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  bodyRouting,
  bundle,
  conflicts,
  finish,
  folded,
  join,
  masks,
  pieces,
  repair,
  scan,
  sheet,
  situation,
} from "./builders.ts";

const DAY = 24 * 60;

describe("what real floors complained of does not happen to a bundle:", () => {
  it("[U8] one missed scan blocking every later station", () => {
    const acts = [finish(1, "10", { good: 50 }), scan(2, "30"), finish(3, "30", { good: 50 })];
    expect(bundle(folded(acts))).toMatchObject({ good: 50, inProgress: 0, conflicts: [] });
  });

  it("[U10] a bundle left open overnight that spoils the next day", () => {
    const evening = [scan(1, "10"), finish(2, "10", { good: 20 })];
    const morning = finish(DAY, "10", { good: 30 });
    expect(bundle(folded(evening)).open).toBe("10");
    const state = folded([...evening, morning]);
    expect(bundle(state).operations[0]).toMatchObject({ good: 50, finishedAt: DAY * 60_000 });
    expect(state.tallies.map(({ at, pieces: count }) => [at, count])).toEqual([
      [120_000, 20],
      [DAY * 60_000, 30],
    ]);
  });

  it("[U8] a bundle that does not close when the next station scans it", () => {
    const state = folded([scan(1, "10"), scan(2, "20")]);
    expect(bundle(state)).toMatchObject({ open: "20", conflicts: [] });
  });

  it("[U13] a reworked piece counted twice", () => {
    const out = [finish(1, "30", { good: 48, rework: 2 }), repair(2, "30", { good: 2 })];
    const state = folded([...out, repair(3, "30", { good: 2 }), finish(4, "30", { good: 2 })]);
    const counted = state.tallies.filter(({ stationId }) => stationId === "S30");
    expect([pieces(state).good, counted.reduce((sum, each) => sum + each.pieces, 0)]).toEqual([
      50, 50,
    ]);
  });

  const FRONT = sheet({ part: "front" });
  const BACK = sheet({ id: 2, part: "back" });

  it("[U3] two halves that meet and double the output", () => {
    const sheets = [FRONT, BACK, sheet({ id: 3, part: "sleeves" })];
    const ends = [
      join(1, "40", [1, 2]),
      join(2, "50", [1, 3]),
      scan(3, "60"),
      finish(4, "60", { good: 50 }),
    ];
    // Somebody scans the other half's old ticket at the last station too.
    const again = [scan(5, "60", { bundleId: 2 }), finish(6, "60", { bundleId: 2, good: 50 })];
    const state = folded([...ends, ...again], bodyRouting(), sheets);
    expect([1, 2, 3].map((id) => pieces(state, id).good)).toEqual([50, 0, 0]);
    expect(conflicts(state, 2)).toEqual(["not-here scan-5 join-1", "not-here finish-6 join-1"]);
  });

  it("[U18] parts of the wrong size or shade joined in silence", () => {
    const sheets = [FRONT, { ...BACK, shade: 4 }];
    const state = folded([], bodyRouting(), sheets);
    const {
      sheet: _sheet,
      state: _state,
      ...where
    } = situation(state, { at: "40", of: bodyRouting() });
    const bundles = sheets.map((each) => ({ sheet: each, state: bundle(state, each.id) }));
    const { code, blanks } = decideJoin({ ...where, bundles });
    expect(sentenceOf(code, "fr", blanks)).toMatch(/118-1-K est du bain 3, 118-2-K est du bain 4/);
  });

  it("[U21] a refused scan with no reason", () => {
    const { ok, code, blanks } = decideScan(situation(folded([]), { at: "99" }));
    expect([ok, sentenceOf(code, "fr", blanks)]).toEqual([
      false,
      "118-1-K ne passe pas à ce poste. Il va au poste S10 pour «\u00a0Opération 10\u00a0». Posez-le sur le chariot, prenez un autre paquet.",
    ]);
  });

  it("[U7] a time-overlap check that forbids a person two bundles at once", () => {
    const person = { assignmentId: "fleur" };
    const two = [sheet(), sheet({ id: 2 })];
    const state = folded(
      [scan(1, "10", person), scan(2, "10", { ...person, bundleId: 2 })],
      masks(),
      two,
    );
    expect([bundle(state), bundle(state, 2)]).toMatchObject([
      { open: "10", conflicts: [] },
      { open: "10", conflicts: [] },
    ]);
  });
});
