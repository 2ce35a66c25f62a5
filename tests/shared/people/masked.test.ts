import { isMasked, isSumTellable } from "@trame/shared";
import { describe, expect, it } from "vitest";

const of = (...people: string[]) => ({ people: new Set(people) });

describe("a figure of a group", () => {
  it.each([
    [0, false],
    [1, true],
    [3, true],
    [4, false],
  ])("[PE5] of %d people is masked: %s", (count, masked) => {
    expect(isMasked(of(...Array.from({ length: count }, (_, n) => `p${n}`)))).toBe(masked);
  });

  it("[PE5] is no part of a sum from which it could be told", () => {
    const told = of("a", "b", "c", "d");
    expect(isSumTellable([told, of("a")])).toBe(false);
    expect(isSumTellable([told, of("a"), of("a", "b")])).toBe(false);
    expect(isSumTellable([told, of("a", "b"), of("c", "d")])).toBe(true);
    expect(isSumTellable([told])).toBe(true);
  });
});
