import { type Board, CAUSES } from "@trame/shared";
import type { Language } from "../../../floor-ui/src/i18n/formats.ts";
import { createI18n, type I18n } from "../../../floor-ui/src/i18n/i18n.ts";
import type { Scene } from "../../../floor-ui/src/pages/wall/scene.ts";
import { at, boardOf } from "../../browser/support/rows.ts";

/** French in the zone of Lons. */
export function i18nOf(language: Language = "fr"): I18n {
  return createI18n(language, "Europe/Paris");
}

/** A scene at a time of the working day. */
export function sceneAt(time: string, over: Partial<Board> = {}, language: Language = "fr"): Scene {
  const { lines, ...rest } = boardOf(over);
  return {
    head: { ...rest, lineIds: lines.map((line) => line.lineId) },
    asOf: at(time),
    i18n: i18nOf(language),
    causes: CAUSES,
  };
}
