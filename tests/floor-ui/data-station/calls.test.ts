import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { viewOf } from "./support/views.ts";

/** A tablet that has seen its station. */
async function opened(view = viewOf()) {
  const tablet = createTablet();
  tablet.floor.setView(() => view);
  const page = tablet.open();
  await tablet.pass(1000);
  return { tablet, page, model: page.model };
}

describe("a call from the tablet", () => {
  it("[E28] is kept without the network, leaves when it is back, and is never made twice here", async () => {
    const { tablet, page, model } = await opened();
    tablet.floor.setWeather("unheard");
    page.wake();
    await tablet.pass(1500);
    await model.call("mechanic");
    const [call] = model.view.value?.calls ?? [];
    expect(call).toMatchObject({ call: "mechanic", takenAt: null });
    expect(model.unsent.value.has(call?.key ?? "")).toBe(true);
    expect(model.answer.value).toMatchObject({ kind: "kept", act: "call", message: null });
    await model.call("mechanic");
    expect(model.view.value?.calls).toHaveLength(1);
    tablet.floor.setWeather("fine");
    page.wake();
    await tablet.pass(3000);
    expect(await tablet.waiting()).toEqual([]);
    expect(model.unsent.value.size).toBe(0);
  });

  it("[E27] is gone from the screen at once when it is settled or taken back", async () => {
    const call = { key: "call-of-before", call: "quality", at: 0, takenAt: null } as const;
    const { tablet, page, model } = await opened(viewOf({ calls: [call] }));
    tablet.floor.setWeather("unheard");
    page.wake();
    await tablet.pass(1500);
    await model.call("material");
    await model.resolveCall("call-of-before");
    expect(model.view.value?.calls?.map((each) => each.call)).toEqual(["material"]);
    await model.takeBackCall(model.view.value?.calls?.[0]?.key ?? "");
    expect(model.view.value?.calls).toEqual([]);
    expect((await tablet.waiting()).map(({ kind }) => kind)).toEqual([
      "call",
      "call-resolve",
      "undo",
    ]);
  });
});
