import { describe, expect, it } from "vitest";
import { createFirstStart } from "../../../floor-ui/src/data/start/first-start.ts";
import { stepAfter, stepBefore, stepsOf } from "../../../floor-ui/src/data/start/start-draft.ts";
import { createFakeKeep, createForbiddenKeep } from "../support/fake-keep.ts";
import { draftOf } from "../support/start-draft.ts";

describe("a first start that was begun", () => {
  it("[GS2] is the same after a reload, with its secret", () => {
    const keep = createFakeKeep();
    const draft = draftOf({ step: "piece", way: "esp", deviceId: "esp-01" });
    createFirstStart(keep).write(draft);
    expect(createFirstStart(keep).draft.value).toEqual(draft);
  });

  it("[GS2] has a secret of 128 bits, another in each browser", () => {
    expect(draftOf().secret).toMatch(/^[0-9a-f]{32}$/);
    expect(draftOf().secret).not.toBe(draftOf().secret);
  });

  it("[GS2] lasts as long as the page where nothing can be kept", () => {
    const keep = createForbiddenKeep();
    const page = createFirstStart(keep);
    page.write(draftOf());
    expect([page.draft.value?.name, createFirstStart(keep).draft.value]).toEqual([
      "Atelier Lons",
      null,
    ]);
  });

  it.each([
    ["half a text", '{"shape":1,"draft":{"step":"na'],
    ["another shape", JSON.stringify({ shape: 2, draft: draftOf() })],
    ["an unknown question", JSON.stringify({ shape: 1, draft: { ...draftOf(), step: "shoes" } })],
    ["nothing", ""],
  ])("[GS2] begins again where %s was kept", (_name, text) => {
    const keep = createFakeKeep();
    keep.write("trame-first-start", text);
    expect(createFirstStart(keep).draft.value).toBeNull();
  });

  it("[GS2] is gone from the browser once it is done with", () => {
    const keep = createFakeKeep();
    const page = createFirstStart(keep);
    page.write(draftOf());
    page.forget();
    expect([page.draft.value, createFirstStart(keep).draft.value]).toEqual([null, null]);
  });
});

describe("the questions", () => {
  it("[GS1] are seven whatever way was chosen, the order before the piece without a counter", () => {
    expect(stepsOf({ way: "esp" }).slice(4)).toEqual(["counter", "piece", "order"]);
    expect(stepsOf({ way: "scan" }).slice(4)).toEqual(["counter", "order", "piece"]);
    expect([stepsOf({ way: null }).length, stepsOf({ way: "scan" }).length]).toEqual([7, 7]);
  });

  it("[GS1] are gone through one by one, and back", () => {
    const way = "scan" as const;
    expect(stepAfter({ way, step: "order" })).toBe("piece");
    expect(stepAfter({ way, step: "piece" })).toBe("done");
    expect([stepBefore({ way, step: "done" }), stepBefore({ way, step: "name" })]).toEqual([
      ...["piece", null],
    ]);
  });
});
