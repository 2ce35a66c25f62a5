import { drawHex } from "../../data/draw-hex.ts";
import type { StartDraft } from "../../data/start/start-draft.ts";
import type { startFr } from "../../i18n/start-fr.ts";
import { HOURS, stationsOf } from "./presets.ts";

const SECRET_DIGITS = 32;
const FALLBACK_ZONE = "Europe/Paris";

/** Nothing answered yet, with a guess wherever one is better than an empty field. */
export function freshDraft(t: typeof startFr, decimal: (value: number) => string): StartDraft {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || FALLBACK_ZONE;
  return {
    step: "name",
    name: "",
    timeZone,
    ...HOURS.day,
    hasHolidays: timeZone === FALLBACK_ZONE,
    line: t.line.nameDefault,
    stations: stationsOf("one", t.line.operations.one, decimal),
    way: null,
    station: 0,
    deviceId: "",
    isPulse: true,
    trims: "4",
    secret: drawHex(SECRET_DIGITS),
    saved: null,
    order: {
      style: "",
      sizes: "S, M, L",
      colours: "",
      customer: "",
      dueOn: "",
      cells: {},
      styleId: null,
      hasRouting: false,
      orderId: null,
    },
    ticket: null,
  };
}
