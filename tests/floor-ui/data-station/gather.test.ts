import { formatCode, type StationView } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { cardOf, PLEAT, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });
const [front, sleeves, lining, otherFront] = [code(1), code(2), code(3), code(4)];
const large = code(5);

interface Start {
  readonly joins?: StationView["joins"] & object;
  readonly isHemmed?: boolean;
}

/** A station that only joins: whatever is scanned alone is refused until its parts are there. */
const JOIN = {
  orderId: "2026-118",
  styleId: "masque",
  operation: PLEAT,
  parts: [
    { code: "front", label: { fr: "Devant" } },
    { code: "sleeves", label: { fr: "Manches" } },
  ],
};

async function start({ isHemmed = true, ...over }: Start = {}) {
  const tablet = createTablet();
  const parts = viewOf({
    ...over,
    lineBundles: [
      cardOf({ code: front, part: "front" }),
      cardOf({ code: sleeves, part: "sleeves", next: isHemmed ? ["PLI"] : ["PLI", "OUR"] }),
      cardOf({ code: large, part: "sleeves", size: "L" }),
      cardOf({ code: lining, part: "lining" }),
      cardOf({ code: otherFront, part: "front" }),
    ],
  });
  tablet.floor.setView(() => parts);
  tablet.floor.setJudge(() => ({ accepted: false, code: "join-missing-part" }));
  const { model } = tablet.open();
  await tablet.pass(1000);
  const sent = () => tablet.floor.acts.map(({ body }) => body["codes"] ?? body["code"]);
  return { model, floor: tablet.floor, sent, tablet };
}

describe("a station that only joins", () => {
  it("[H25] joins a part that waits with the next one that is scanned", async () => {
    const { model, floor, sent } = await start();
    await model.scan(front, "scan");
    const waiting = model.gathered.value;
    floor.setJudge(() => ({ accepted: true, code: "join-accepted" }));
    await model.scan(sleeves, "scan");

    expect([waiting, model.gathered.value]).toEqual([[front], []]);
    expect(sent()).toEqual([front, [front, sleeves]]);
  });

  it("[H25] gathers as many parts as the server asks for", async () => {
    const { model, sent } = await start();
    await model.scan(front, "scan");
    await model.scan(sleeves, "scan");
    await model.scan(lining, "scan");
    expect(sent()).toEqual([front, [front, sleeves], [front, sleeves, lining]]);
  });

  it("[H25] lets the part wait while somebody fetches the right other", async () => {
    const { model, floor, sent } = await start();
    await model.scan(front, "scan");
    floor.setJudge(() => ({ accepted: false, code: "join-shade" }));
    await model.scan(sleeves, "scan");
    await model.scan(lining, "scan");
    expect(sent()).toEqual([front, [front, sleeves], [front, lining]]);
  });

  it("[H25] begins again with another bundle of the same part", async () => {
    const { model, sent } = await start();
    await model.scan(front, "scan");
    await model.scan(otherFront, "scan");
    expect([sent(), model.gathered.value]).toEqual([[front, otherFront], [otherFront]]);
  });

  it("[H25] scans a bundle by itself that can't be joined here with what waits, and forgets that", async () => {
    const { model, floor, sent } = await start();
    await model.scan(front, "scan");
    floor.setJudge(() => ({ accepted: false, code: "join-not-here" }));
    await model.scan(sleeves, "scan");
    expect([sent(), model.gathered.value]).toEqual([[front, [front, sleeves], sleeves], []]);
  });

  it("[H26] remembers over a reload what waits, for ten minutes", async () => {
    const { model, tablet } = await start();
    await model.scan(front, "scan");
    await tablet.idle();
    const reloaded = tablet.open();
    await tablet.pass(1000);
    const waiting = reloaded.model.gathered.value;
    await tablet.pass(610_000);
    expect([waiting, reloaded.model.gathered.value]).toEqual([[front], []]);
  });

  it("[H26] puts the part aside when it is taken back, and tells the server nothing", async () => {
    const { model, sent } = await start();
    await model.scan(front, "scan");
    const undoable = model.undoable.value?.code;
    await model.undo();
    expect([undoable, model.gathered.value, model.answer.value?.kind]).toEqual([
      front,
      [],
      "accepted",
    ]);
    expect(sent()).toEqual([front]);
  });

  it("[H25] joins a part that the server says waits, though something else could have been done", async () => {
    const { model, floor, sent } = await start({ joins: [JOIN], isHemmed: false });
    await model.scan(front, "scan");
    floor.setJudge(({ path }) =>
      path.endsWith("joins")
        ? { accepted: true, code: "join-accepted" }
        : { accepted: false, code: "join-missing-part" },
    );
    await model.scan(sleeves, "scan");
    expect([sent(), model.gathered.value]).toEqual([[sleeves, [front, sleeves]], []]);
  });

  it("[H26] joins without the network what the tablet knows, in one act that is kept", async () => {
    const { model, floor, sent, tablet } = await start({ joins: [JOIN] });
    floor.setWeather("unheard");
    await tablet.pass(20_000);
    const isAway = model.connection.value;
    await model.scan(front, "scan");
    const first = model.answer.value;
    await model.scan(sleeves, "scan");
    const second = model.answer.value?.kind;
    floor.setJudge(() => ({ accepted: true, code: "join-accepted" }));
    floor.setWeather("fine");
    await tablet.pass(60_000);

    expect(isAway).toBe("offline");
    expect(first).toMatchObject({
      kind: "part",
      together: { here: [{ fr: "Devant" }], missing: [{ fr: "Manches" }] },
    });
    expect([second, sent()]).toEqual(["kept", [[front, sleeves]]]);
  });

  it("[H26] keeps without the network two parts of other sizes apart", async () => {
    const { model, floor, tablet } = await start({ joins: [JOIN] });
    floor.setWeather("unheard");
    await tablet.pass(20_000);
    await model.scan(front, "scan");
    await model.scan(large, "scan");
    expect([model.gathered.value, model.kept.value]).toEqual([[large], 0]);
  });
});
