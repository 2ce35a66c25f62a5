// @vitest-environment happy-dom

import { afterEach, describe, expect, it } from "vitest";
import { createOneSwitch } from "../../../floor-ui/src/pages/station/one-switch.ts";
import { createFakeTime } from "../support/fake-time.ts";

afterEach(() => document.body.replaceChildren());

function open() {
  const time = createFakeTime();
  const chosen: string[] = [];
  const buttons = ["Terminé", "Aide", "Pause"].map((name) => {
    const button = document.createElement("button");
    button.textContent = name;
    button.addEventListener("click", () => chosen.push(name));
    document.body.append(button);
    return button;
  });
  const one = createOneSwitch(() => buttons, time.setTimer);
  const press = (ms: number) => {
    one.down();
    time.advance(ms);
    one.up();
  };
  return { one, press, chosen, time, here: () => document.activeElement?.textContent };
}

describe("one switch", () => {
  it("[E14] goes on to the next control with a press, and round", () => {
    const { press, here, chosen } = open();
    const seen = Array.from({ length: 4 }, () => {
      press(100);
      return here();
    });
    expect(seen).toEqual(["Terminé", "Aide", "Pause", "Terminé"]);
    expect(chosen).toEqual([]);
  });

  it("[E14] chooses with a long press, once, and stays there", () => {
    const { press, here, chosen } = open();
    press(100);
    press(100);
    press(3000);
    expect([chosen, here()]).toEqual([["Aide"], "Aide"]);
  });

  it("[E14] takes a key that repeats for one press", () => {
    const { one, here, chosen } = open();
    one.down();
    one.down();
    one.down();
    one.up();
    one.up();
    expect([here(), chosen]).toEqual(["Terminé", []]);
  });

  it("[E14] does nothing by itself, however long nobody presses", () => {
    const { time, chosen, here, press } = open();
    press(100);
    time.advance(600_000);
    expect([here(), chosen]).toEqual(["Terminé", []]);
  });
});
