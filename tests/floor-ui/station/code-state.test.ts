import { describe, expect, it } from "vitest";
import { entryState } from "../../../floor-ui/src/pages/station/code-state.ts";

describe("a code that is being typed", () => {
  it.each([
    ["", "partial"],
    ["118", "partial"],
    ["118-117", "partial"],
    ["118-117-K", "whole"],
    ["118x117k", "whole"],
    ["118-117-P", "wrong"],
    ["P-412-F", "whole"],
    ["P-412-K", "wrong"],
  ])("[E7] takes « %s » for %s", (text, state) => {
    expect(entryState(text)).toBe(state);
  });
});
