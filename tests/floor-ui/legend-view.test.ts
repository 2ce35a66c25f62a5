import { describe, expect, it } from "vitest";
import { legendView } from "../../floor-ui/src/pages/wall/legend-view.ts";
import { sceneAt } from "./support/scene.ts";

function textOf({ large, text }: ReturnType<typeof legendView>): string {
  return `${large ?? ""}${text}`.replaceAll("\u00a0", " ");
}

describe("legend", () => {
  it("[W22] says which figure is which without figures of its own", () => {
    expect([
      textOf(legendView(sceneAt("11:35"), true)),
      textOf(legendView(sceneAt("11:35", {}, "en"), true)),
    ]).toEqual([
      "grand : pièces faites, petit : attendues, depuis 11 h",
      "large: pieces done, small: expected, since 11:00",
    ]);
  });

  it("[W22] has one figure to explain without a target, and outside working time", () => {
    expect([
      textOf(legendView(sceneAt("11:35"), false)),
      textOf(legendView(sceneAt("12:20"), true)),
    ]).toEqual(["pièces faites depuis 11 h", "pièces faites dans la journée"]);
  });
});
