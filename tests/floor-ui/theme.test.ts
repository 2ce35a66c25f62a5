// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { startTheme } from "../../floor-ui/src/data/theme.ts";
import { createFakeKeep, createForbiddenKeep } from "./support/fake-keep.ts";

function rootOf() {
  return document.createElement("html");
}

describe("theme", () => {
  it("[W15] is light until this screen chooses dark, and is remembered", () => {
    const keep = createFakeKeep();
    const root = rootOf();
    const choice = startTheme("", keep, root);
    const first = root.dataset["theme"];
    choice.toggle();
    expect([first, root.dataset["theme"], startTheme("", keep, rootOf()).theme.value]).toEqual([
      "light",
      "dark",
      "dark",
    ]);
  });

  it("[W15] can be asked for in the address without being remembered", () => {
    const keep = createFakeKeep();
    const asked = startTheme("?theme=dark", keep, rootOf());
    expect([asked.theme.value, startTheme("", keep, rootOf()).theme.value]).toEqual([
      "dark",
      "light",
    ]);
  });

  it("[W15] still turns where nothing can be remembered", () => {
    const choice = startTheme("", createForbiddenKeep(), rootOf());
    choice.toggle();
    expect(choice.theme.value).toBe("dark");
  });
});
