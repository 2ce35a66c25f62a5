import { formatBadge, formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { answerOf, cardOf, openOf, PLEAT, personOf, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });

async function start(view = viewOf()) {
  const tablet = createTablet();
  tablet.floor.setView(() => view);
  const page = tablet.open();
  await tablet.pass(1000);
  return {
    tablet,
    page,
    model: page.model,
    sent: () => tablet.floor.acts.map(({ path }) => path.slice(8)),
  };
}

describe("scanning while another bundle is open", () => {
  const view = viewOf({
    open: [openOf({ code: code(117), finished: 10 })],
    lineBundles: [cardOf({ code: code(118) })],
  });

  it("[H14] asks one question and sends nothing before the answer", async () => {
    const { model, sent } = await start(view);
    await model.scan(code(118), "scan");

    expect(model.question.value).toMatchObject({
      open: { code: code(117) },
      left: 40,
      scanned: { code: code(118) },
      mayJoin: false,
    });
    expect(sent()).toEqual([]);
    await model.reply({ kind: "cancel" });
    expect([model.question.value, sent()]).toEqual([null, []]);
  });

  it("[H14] all good: finishes what is left, then scans, in one gesture", async () => {
    const { model, tablet } = await start(view);
    await model.scan(code(118), "scan");
    await model.reply({ kind: "finish" });

    expect(tablet.floor.acts).toMatchObject([
      { path: "/api/v1/finishes", body: { code: code(117), good: 40, rework: 0, origin: "hand" } },
      { path: "/api/v1/scans", body: { code: code(118), origin: "scan" } },
    ]);
    expect(model.question.value).toBe(null);
  });

  it("[H14] a finish that is refused is not followed by the scan", async () => {
    const { model, tablet, sent } = await start(view);
    tablet.floor.setJudge(() => ({ accepted: false, code: "finish-too-many" }));
    await model.scan(code(118), "scan");
    await model.reply({ kind: "finish", outcome: { good: 90, rework: 0, second: 0, scrap: 0 } });
    expect([sent(), model.answer.value?.code]).toEqual([["finishes"], "finish-too-many"]);
  });

  it("[H14] both may stay open, and parts that meet may be joined", async () => {
    const parts = viewOf({
      open: [openOf({ code: code(117), part: "devant" })],
      lineBundles: [cardOf({ code: code(118), part: "manche" })],
    });
    const { model, tablet, sent } = await start(parts);
    await model.scan(code(118), "scan");
    const { mayJoin } = model.question.value!;
    await model.reply({ kind: "join" });
    await model.scan(code(118), "scan");
    await model.reply({ kind: "leave" });

    expect([mayJoin, sent()]).toEqual([true, ["joins", "scans"]]);
    expect(tablet.floor.acts[0]?.body["codes"]).toEqual([code(117), code(118)]);
  });

  it("[H14] parts that meet at another station are not offered to be joined", async () => {
    const sleeve = cardOf({ code: code(118), part: "manche", next: ["MONTAGE"] });
    const front = openOf({ code: code(117), part: "devant" });
    const { model } = await start(viewOf({ open: [front], lineBundles: [sleeve] }));
    await model.scan(code(118), "scan");
    expect(model.question.value?.mayJoin).toBe(false);
  });

  it("[H14] nobody is asked about another person's bundle", async () => {
    const theirs = viewOf({
      present: [personOf("a-1", 0, 1), personOf("a-2", 0, 2)],
      open: [openOf({ code: code(117), assignmentId: "a-1" })],
    });
    const { model, tablet } = await start(theirs);
    await model.scan(code(118), "scan");
    expect(tablet.floor.acts).toMatchObject([{ body: { code: code(118), assignmentId: "a-2" } }]);
  });

  it("[H14] a second scan is judged by what the first came to", async () => {
    const { model, tablet, sent } = await start(
      viewOf({ lineBundles: [cardOf({ code: code(117) })] }),
    );
    tablet.floor.setView(() => viewOf({ open: [openOf({ code: code(117) })] }));
    await Promise.all([model.scan(code(117), "scan"), model.scan(code(118), "scan")]);
    expect([sent(), model.question.value?.open.code]).toEqual([["scans"], code(117)]);
  });
});

describe("who is at the station", () => {
  it("[H23] one badge is one gesture: whoever came last acts, until another is chosen", async () => {
    const { tablet, model } = await start();
    const present = [personOf("a-1", 0, 900), personOf("a-2", 0, 800)];
    tablet.floor.setView(() => viewOf({ present }));
    tablet.floor.setJudge(() => ({ code: "badge-in", assignmentId: "a-2" }) as never);
    await model.scan(formatBadge(412), "scan");
    await tablet.pass(2000);
    const came = model.me.value?.assignmentId;
    model.choose("a-1");

    expect(tablet.floor.acts[0]).toMatchObject({
      path: "/api/v1/badges",
      body: { badge: formatBadge(412), direction: "in" },
    });
    expect(tablet.floor.acts[0]?.body).not.toHaveProperty("assignmentId");
    expect([came, model.me.value?.assignmentId]).toEqual(["a-2", "a-1"]);
  });

  it("[H23] without the network the assignment is drawn by the tablet, and later acts name it", async () => {
    const { tablet, model, page } = await start();
    tablet.floor.setWeather("unheard");
    page.wake();
    await tablet.pass(1500);
    await model.badgeIn(formatBadge(412), "hand");
    await model.scan(code(117), "scan");
    const [badge, scan] = (await tablet.waiting()).map(({ body }) => body);

    expect(badge?.assignmentId).toMatch(/^key-/);
    expect(scan?.assignmentId).toBe(badge?.assignmentId);
    expect(model.me.value?.assignmentId).toBe(badge?.assignmentId);
  });

  it("[H23] a badge whose answer did not come in time goes by no assignment that nobody gave", async () => {
    const { tablet, model } = await start();
    tablet.floor.setWeather("hanging");
    const done = model.badgeIn(formatBadge(412), "scan");
    await tablet.pass(1000);
    await done;
    await model.scan(code(117), "scan");
    const bodies = (await tablet.waiting()).map(({ body }) => body);

    expect(bodies.map(({ assignmentId }) => assignmentId)).toEqual([undefined, undefined]);
    expect(model.me.value?.pseudonym).toBe(formatBadge(412));
  });
});

describe("undo", () => {
  it("[H22] takes back the last act, then the one before, for ten minutes and over a reload", async () => {
    const { tablet, page, model } = await start();
    await model.scan(code(117), "scan");
    await model.split(code(117), 10);
    const [scan, split] = tablet.floor.acts.map(({ body }) => body["key"]);
    await model.undo();
    page.die();
    const again = tablet.open().model;
    await tablet.pass(500);
    const left = again.undoable.value;
    await tablet.pass(10 * 60_000 + 5000, 60_500);

    expect(tablet.floor.acts.at(-1)).toMatchObject({
      path: "/api/v1/undos",
      body: { undoes: split },
    });
    expect(left).toMatchObject({ key: scan, act: "scan", code: code(117) });
    expect(again.undoable.value).toBe(null);
  });

  it("[H22] offers nothing that was refused", async () => {
    const { tablet, model } = await start();
    tablet.floor.setJudge(() => ({ accepted: false, code: "scan-unknown" }));
    await model.scan(code(117), "scan");
    expect(model.undoable.value).toBe(null);
  });
});

describe("a reader wired to the counter", () => {
  it("[H24] is heard by the view: its answer is shown once, and its scan can be taken back", async () => {
    const old = { key: "event:7:1", at: 900, answer: answerOf({ message: "Ancien." }) };
    const { tablet, page, model } = await start(viewOf({ read: old }));
    const before = model.answer.value;
    const bundle = cardOf({ code: code(117) });
    const read = { key: "event:7:2", at: 950, answer: answerOf({ message: "Accepté.", bundle }) };
    tablet.floor.setView(() => viewOf({ read }));
    page.wake();
    await tablet.pass(2000);
    const shown = { ...model.answer.value };
    model.dismiss();
    page.wake();
    await tablet.pass(2000);
    const later = model.answer.value;
    await model.undo();

    expect(before).toBe(null);
    expect(shown).toMatchObject({ kind: "accepted", message: "Accepté.", text: code(117) });
    expect(later).toBe(null);
    expect(tablet.floor.acts).toMatchObject([{ body: { undoes: "event:7:2" } }]);
  });
});

describe("the view", () => {
  it("[H15] is asked for after each act and each change, at most once a second, and four times a minute at rest", async () => {
    const { tablet, page, model } = await start();
    const asked = () => tablet.floor.asked.length;
    expect([asked(), tablet.floor.asked[0]]).toEqual([1, "/api/v1/stations/S01"]);
    for (let change = 0; change < 40; change += 1) {
      page.wake();
      await tablet.pass(50, 50);
    }
    const often = asked();
    await tablet.pass(1000);
    await model.scan(code(117), "scan");
    await tablet.pass(2000);
    const afterAct = asked();
    await tablet.pass(60_000, 1000);

    expect(often).toBeLessThanOrEqual(4);
    expect(afterAct).toBeGreaterThan(often);
    expect(asked() - afterAct).toBe(4);
  });

  it("[H15] is asked for again until the server answers, and then what is kept leaves", async () => {
    const tablet = createTablet();
    tablet.floor.setWeather("unheard");
    const { model } = tablet.open();
    await tablet.pass(2000);
    await model.scan(code(117), "scan");
    tablet.floor.setWeather("fine");
    await tablet.pass(16_000);
    expect([model.connection.value, model.view.value, model.kept.value]).toEqual([
      "connected",
      viewOf(),
      0,
    ]);
  });

  it("[H15] says that the plan knows no such station, and what the tablet's clock is", async () => {
    const { tablet, page, model } = await start();
    tablet.floor.setJudge(() => ({ isClockOff: true, operation: PLEAT }));
    await model.scan(code(117), "scan");
    const body = { ...answerOf(), code: "station-unknown" };
    tablet.floor.setWeather({ status: 404, body });
    page.wake();
    await tablet.pass(2000);
    expect([model.isClockOff.value, model.isStationUnknown.value]).toEqual([true, true]);
  });
});
