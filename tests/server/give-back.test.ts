import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { giveBack } from "../../server/src/give-back.ts";

describe("memory that a start left behind", () => {
  it("[S32] is given back when nothing refers to it, and otherwise stays (negative control)", async () => {
    const left = new WeakRef(new Array(1_000).fill("left behind"));
    const used = new Array(1_000).fill("in use");
    const kept = new WeakRef(used);
    // A reference that was just made or followed holds until its turn is over.
    await setImmediate();
    giveBack();
    await setImmediate();

    expect([left.deref(), kept.deref()]).toEqual([undefined, used]);
  });
});
