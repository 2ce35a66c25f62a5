import { formatCode, type OpenBundle } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { openOf, personOf, viewOf } from "./support/views.ts";

const code = formatCode({ order: 118, bundle: 117 });
const NONE = { good: 0, rework: 0, second: 0, scrap: 0 };

/** A bundle of 20 with two good pieces told, and what follows of it. */
function started(over: Partial<OpenBundle> = {}): OpenBundle {
  const outcome = { ...NONE, good: 2 };
  return openOf({ code, pieces: 20, finished: 2, left: 18, outcome, ...over });
}

/** A tablet that saw what its own finish came to. */
async function finished(outcome: typeof NONE, before: OpenBundle, after: readonly OpenBundle[]) {
  const tablet = createTablet();
  const present = [personOf("a-1", 10)];
  tablet.floor.setView(() => viewOf({ open: [before], present }));
  const { model } = tablet.open();
  await tablet.pass(2000);
  tablet.floor.setView(() =>
    viewOf({ open: after, present: [personOf("a-1", 10 + outcome.good)] }),
  );
  await model.finish({ outcome });
  await tablet.pass(2000);
  return { tablet, model };
}

describe("a finish that is taken back", () => {
  it("[H10] is gone at once, though the server's view holds it still", async () => {
    const after = started({
      finished: 3,
      left: 17,
      rework: 1,
      outcome: { ...NONE, good: 2, rework: 1 },
    });
    const { model } = await finished({ ...NONE, rework: 1 }, started(), [after]);
    await model.undo();
    expect(model.view.value?.open).toMatchObject([
      { finished: 2, left: 18, rework: 0, outcome: { ...NONE, good: 2 } },
    ]);
  });

  it("[H10] opens the bundle again that it ended, and gives the day back", async () => {
    const last = started({ finished: 19, left: 1, outcome: { ...NONE, good: 19 } });
    const { model } = await finished({ ...NONE, good: 1 }, last, []);
    const ended = [model.view.value?.open, model.dayPieces.value];
    await model.undo();
    expect(ended).toEqual([[], 11]);
    expect(model.view.value?.open).toMatchObject([{ code, finished: 19, left: 1 }]);
    expect(model.dayPieces.value).toBe(10);
  });

  it("[H10] is not taken back twice while neither is in the server's view", async () => {
    const tablet = createTablet();
    tablet.floor.setView(() => viewOf({ open: [started()] }));
    const page = tablet.open();
    await tablet.pass(2000);
    tablet.floor.setWeather("unheard");
    page.wake();
    await tablet.pass(1500);
    await page.model.finish({ outcome: { ...NONE, scrap: 1 } });
    await page.model.undo();
    expect(page.model.view.value?.open).toEqual([started()]);
  });

  it("[H2] says nothing to the server of what the tablet remembers of it", async () => {
    const { model, tablet } = await finished({ ...NONE, good: 1 }, started(), [started()]);
    await model.undo();
    const undo = tablet.floor.acts.at(-1)?.body;
    expect(Object.keys(undo ?? {}).toSorted()).toEqual(
      ["assignmentId", "at", "key", "origin", "sentAt", "stationId", "undoes"].toSorted(),
    );
  });
});

describe("the end of a bundle that was told bit by bit", () => {
  it("[QS10] says what the whole came to, not what was told last", async () => {
    const last = started({ finished: 2, left: 18, outcome: { ...NONE, good: 1, scrap: 1 } });
    const { model } = await finished({ ...NONE, good: 18 }, last, []);
    expect(model.answer.value?.ended).toMatchObject({
      code,
      finished: 20,
      outcome: { ...NONE, good: 19, scrap: 1 },
    });
  });

  it("[QS10] leaves the word to the server where all were told good at once", async () => {
    const fresh = started({ finished: 0, left: 20, outcome: NONE });
    const { model } = await finished({ ...NONE, good: 20 }, fresh, []);
    expect(model.answer.value?.ended).toBeNull();
  });

  it("[QS10] is no end while pieces are left", async () => {
    const { model } = await finished({ ...NONE, good: 1 }, started(), [started({ finished: 3 })]);
    expect(model.answer.value?.ended).toBeNull();
  });
});

describe("what is kept", () => {
  it("[E8] is called scans only while all of it was scanned", async () => {
    const tablet = createTablet();
    tablet.floor.setView(() => viewOf({ open: [started()] }));
    const page = tablet.open();
    await tablet.pass(2000);
    tablet.floor.setWeather("unheard");
    page.wake();
    await tablet.pass(1500);
    await page.model.scan(code, "scan");
    const scanned = [page.model.kept.value, page.model.isAllScans.value];
    await page.model.finish({ outcome: { ...NONE, good: 1 } });
    expect(scanned).toEqual([1, true]);
    expect([page.model.kept.value, page.model.isAllScans.value]).toEqual([2, false]);
  });
});
