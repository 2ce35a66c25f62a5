import type { OwnAct, OwnExport } from "@trame/shared";
import type { copyFr } from "../../i18n/copy-fr.ts";
import type { OwnDataI18n } from "../../i18n/own-data.ts";
import type { OwnLine } from "../station/own/own-lines.ts";

/** What somebody did, a row each, with all that was said of it. */
export function didLines(
  { didActs }: OwnExport,
  words: typeof copyFr,
  { t, dayMonthAt, time }: OwnDataI18n,
): OwnLine[] {
  return didActs.map((act): OwnLine => {
    const name = Object.entries(words.kinds).find(([kind]) => kind === act.kind)?.[1] ?? act.kind;
    const place = act.stationId === null ? "" : t.station(act.stationId);
    const said = [saidOf(act), ...(act.isUndone ? [words.undone] : [])];
    const text = [words.did(name, place), ...said].filter((part) => part !== "").join(" · ");
    return { label: `${dayMonthAt(act.at)}, ${time(act.at)}`, text };
  });
}

/** Figures and codes as they were kept. */
function saidOf({ said }: OwnAct): string {
  return Object.entries(said)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");
}
