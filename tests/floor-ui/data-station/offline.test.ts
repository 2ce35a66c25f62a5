import { formatBadge, formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { cardOf, openOf, PLEAT, personOf, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });
const none = { rework: 0, second: 0, scrap: 0 };

/** A tablet that saw the view, and then lost the network. */
async function cutOff(view = viewOf()) {
  const tablet = createTablet();
  tablet.floor.setView(() => view);
  const page = tablet.open();
  await tablet.pass(1000);
  tablet.floor.setWeather("unheard");
  page.wake();
  await tablet.pass(1500);
  return { tablet, model: page.model, page };
}

describe("without the network", () => {
  it("[H10] a scan opens the bundle, with the operation that was met here before", async () => {
    const next = cardOf({ code: code(118) });
    const open = openOf({ code: code(117), finished: 50 });
    const { model } = await cutOff(viewOf({ open: [open], next, lineBundles: [next] }));
    await model.scan(`118x118${code(118).at(-1)}`, "scan");
    if (model.question.value !== null) await model.reply({ kind: "leave" });

    const { view } = model;
    expect(view.value?.open[0]).toMatchObject({ code: code(118), operation: PLEAT, finished: 0 });
    expect([view.value?.next, view.value?.lineBundles[0]?.openAt]).toEqual([null, "S01"]);
  });

  it("[H10] a finish counts, and closes the bundle once all its pieces are declared", async () => {
    const bundles = {
      open: [openOf({ code: code(117) })],
      lineBundles: [cardOf({ code: code(117) })],
    };
    const { model } = await cutOff(viewOf({ ...bundles, present: [personOf("a-1", 100)] }));
    await model.finish({ outcome: { good: 30, rework: 2, second: 0, scrap: 1 } });
    const half = model.view.value?.open[0];
    await model.finishAllGood();

    expect(half).toMatchObject({ finished: 33, rework: 2 });
    expect([model.view.value?.open, model.dayPieces.value]).toEqual([[], 147]);
    expect(model.view.value?.lineBundles).toMatchObject([{ openAt: null, rework: 2, next: [] }]);
  });

  it("[H10] counts what is left as the server does: pieces that left it are not left", async () => {
    const atEnd = openOf({ code: code(117), pieces: 40, finished: 10, left: 40 });
    const { tablet, model } = await cutOff(viewOf({ open: [atEnd] }));
    await model.finish({ outcome: { good: 15, ...none } });
    await model.split(code(117), 5);
    await model.finishAllGood();
    const sent = (await tablet.waiting()).map(({ body }) => ("good" in body ? body.good : null));
    expect([sent, model.view.value?.open]).toEqual([[15, null, 20], []]);
  });

  it("[H10] splits, corrections, repairs and badges are shown; what was undone is not", async () => {
    const card = cardOf({ code: code(118), rework: 5 });
    const { model } = await cutOff(
      viewOf({
        open: [openOf({ code: code(117) })],
        lineBundles: [card],
        present: [personOf("a-1", 10)],
      }),
    );
    await model.correct(-2);
    await model.split(code(117), 20);
    await model.finishRepaired({ code: code(118), outcome: { good: 3, ...none } });
    await model.finish({ outcome: { good: 7, ...none } });
    await model.undo();
    const [open] = model.view.value?.open ?? [];
    expect(open).toMatchObject({ corrected: -2, pieces: 30, finished: 0 });
    expect([model.view.value?.lineBundles[0]?.rework, model.dayPieces.value]).toEqual([2, 11]);

    await model.scan(formatBadge(412), "scan");
    expect(model.me.value).toMatchObject({ pseudonym: formatBadge(412), dayPieces: 0 });
    await model.badgeOut();
    expect(model.me.value).toMatchObject({ pseudonym: "Fleur" });
  });

  it("[H10] the server's own view wins as soon as it is there", async () => {
    const { tablet, model, page } = await cutOff(viewOf({ open: [openOf({ code: code(117) })] }));
    await model.finishAllGood();
    const guessed = model.view.value?.open;
    const told = viewOf({ open: [openOf({ code: code(117), finished: 12 })] });
    tablet.floor.setView(() => told);
    tablet.floor.setWeather("fine");
    page.wake();
    await tablet.pass(20_000);

    expect([guessed, model.view.value, model.kept.value]).toEqual([[], told, 0]);
  });

  it("[H10] a piece is not seen twice while a view and the answer to an act cross", async () => {
    const tablet = createTablet();
    const page = tablet.open();
    const corrected = (pieces: number) => () =>
      viewOf({ open: [openOf({ code: code(117), corrected: pieces })] });
    tablet.floor.setView(corrected(0));
    await tablet.pass(3000);
    tablet.floor.setJudge(() => {
      tablet.floor.setView(corrected(1));
      page.wake();
      tablet.time.advance(1);
      return {};
    });
    const seen: unknown[] = [];
    page.model.view.subscribe((view) => seen.push(view?.open[0]?.corrected));
    await page.model.correct(1, code(117));
    await tablet.pass(3000);

    expect([Math.max(...seen.map(Number)), seen.at(-1)]).toEqual([1, 1]);
  });

  it("[H11] a code that the tablet does not know is kept, to be checked", async () => {
    const { tablet, model } = await cutOff(viewOf({ lineBundles: [cardOf({ code: code(118) })] }));
    await model.scan(code(181), "hand");

    expect(model.answer.value).toMatchObject({ kind: "to-check", text: code(181), bundle: null });
    expect(model.answer.value?.nearest).toEqual([code(118)]);
    expect((await tablet.waiting()).map(({ body }) => body)).toMatchObject([
      { code: code(181), origin: "hand", offline: true },
    ]);
  });

  it("[H11] a text that is no code is not kept; the nearest known codes are offered", async () => {
    const { tablet, model } = await cutOff(viewOf({ lineBundles: [cardOf({ code: code(118) })] }));
    await model.scan("118-118-Z", "hand");

    expect(model.answer.value).toMatchObject({ kind: "unreadable", nearest: [code(118)] });
    expect(await tablet.waiting()).toEqual([]);
  });

  it("[H13] what came back on something kept is listed, and replaces nothing on the screen", async () => {
    const { tablet, model, page } = await cutOff();
    await model.scan(code(117), "scan");
    await model.scan(code(118), "scan");
    await model.scan(code(119), "scan");
    tablet.floor.setJudge(({ body }) => {
      if (body["code"] === code(117)) return { code: "scan-taken", conflict: "open-twice" };
      if (body["code"] === code(118)) return { accepted: false, code: "scan-ticket-void" };
      return {};
    });
    tablet.floor.setWeather("fine");
    page.wake();
    await tablet.pass(5000);

    expect(model.notices.value.map(({ text, answer }) => [text, answer.code])).toEqual([
      [code(117), "scan-taken"],
      [code(118), "scan-ticket-void"],
    ]);
    expect(model.answer.value).toMatchObject({ kind: "accepted", text: code(119) });
    model.dismissNotice(model.notices.value[0]!.key);
    expect(model.notices.value.length).toBe(1);
  });
});
