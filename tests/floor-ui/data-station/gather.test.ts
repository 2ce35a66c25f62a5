import { formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { cardOf, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });
const [front, sleeves, lining, otherFront] = [code(1), code(2), code(3), code(4)];

/** A station that only joins: whatever is scanned alone is refused until its parts are there. */
async function start() {
  const tablet = createTablet();
  const parts = viewOf({
    lineBundles: [
      cardOf({ code: front, part: "front" }),
      cardOf({ code: sleeves, part: "sleeves" }),
      cardOf({ code: lining, part: "lining" }),
      cardOf({ code: otherFront, part: "front" }),
    ],
  });
  tablet.floor.setView(() => parts);
  tablet.floor.setJudge(() => ({ accepted: false, code: "join-missing-part" }));
  const { model } = tablet.open();
  await tablet.pass(1000);
  const sent = () => tablet.floor.acts.map(({ body }) => body["codes"] ?? body["code"]);
  return { model, floor: tablet.floor, sent };
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

  it("[H25] forgets what waits once the join can't be made here", async () => {
    const { model, floor, sent } = await start();
    await model.scan(front, "scan");
    floor.setJudge(() => ({ accepted: false, code: "join-not-here" }));
    await model.scan(sleeves, "scan");
    await model.scan(sleeves, "scan");
    expect(sent()).toEqual([front, [front, sleeves], sleeves]);
  });
});
