import { describe, expect, it } from "vitest";
import { ofKits, openKitRoom } from "./kit-room.ts";

const ALL = { topic: null, after: 0 };

/** An order whose sweatshirts went outside and came back, with a split, a carton made and opened, closed at last. */
function openStory() {
  const room = openKitRoom();
  const { act, bundles, id, ledger, make } = room;
  const [polo = "", ...polos] = bundles.polos;
  for (const code of polos) make(code);
  const slip = { slipId: "BON-1", partner: "Broderie Dole" };
  const outside = { ...slip, codes: [polo] };
  act("dispatch", outside);
  act("return", { ...slip, code: polo, good: 9, rework: 0, second: 0, scrap: 1 });
  make(bundles.sweats[0] ?? "");
  ledger.catalogue.changeOrder({ id, changes: { dueOn: "2026-12-20" } }, room.now + 1);
  room.pack(ofKits(5));
  room.open(1);
  ledger.catalogue.changeOrder({ id, changes: { state: "closed", abandon: true } }, room.now + 4);
  return room;
}

describe("the story of an order", () => {
  it("[OD9] has each fact once, in the order in which they happened", () => {
    const { desk, id } = openStory();
    const { facts = [], total, next } = desk.readOrderStory(id, ALL) ?? {};

    const kinds = facts.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(["given", "cut", "cut"]);
    expect(kinds.slice(-4)).toEqual(["changed", "carton", "carton-opened", "closed"]);
    expect([total, next]).toEqual([facts.length, null]);
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    expect(["begun", "out", "dispatch", "return"].map(count)).toEqual([3, 3, 1, 1]);
    expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it("[OD9] tells what went outside, to whom and what came back", () => {
    const { bundles, desk, id } = openStory();
    const { facts = [] } = desk.readOrderStory(id, { topic: "outside", after: 0 }) ?? {};

    const slip = { partner: "Broderie Dole", slipId: "BON-1", code: bundles.polos[0] };
    expect(facts).toMatchObject([
      { kind: "dispatch", ...slip, bundles: 1, pieces: 10 },
      { kind: "return", slipId: "BON-1", outcome: { good: 9, scrap: 1 } },
    ]);
  });

  it("[OD9] is read by pages, and by topic", () => {
    const { desk, id } = openStory();
    const all = desk.readOrderStory(id, ALL)?.facts ?? [];

    expect(desk.readOrderStory(id, { topic: null, after: all.length - 2 })?.facts).toEqual(
      all.slice(-2),
    );
    expect(desk.readOrderStory(id, { topic: "packed", after: 0 })?.facts).toMatchObject([
      { kind: "carton", number: 1, pieces: 5, isUndone: true },
      { kind: "carton-opened", number: 1 },
    ]);
    expect(desk.readOrderStory("2026-99", ALL)).toBeNull();
  });

  it("[OD9] names nobody, though people did all of it", () => {
    const { desk, id, ledger, now, take } = openStory();
    take(ledger.catalogue.addOperator({ pseudonym: "Fleur" }, now));
    const told = JSON.stringify(desk.readOrderStory(id, ALL));

    expect(told).not.toMatch(/operator|assignment|Fleur/i);
  });
});
