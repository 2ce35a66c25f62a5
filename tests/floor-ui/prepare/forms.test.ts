import type { Operation, Routing, Style } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  emptyPerson,
  toDraft,
  toOperator,
} from "../../../floor-ui/src/pages/manage/people/person-form.ts";
import { readCounts, toHandCount } from "../../../floor-ui/src/pages/prepare/counts-form.ts";
import {
  addShade,
  lotsToCut,
  previewLot,
  toCutting,
} from "../../../floor-ui/src/pages/prepare/cutting-form.ts";
import { hoursOfDay, workedHours } from "../../../floor-ui/src/pages/prepare/day-hours.ts";
import { cellKey, emptyOrder, toNewOrder } from "../../../floor-ui/src/pages/prepare/order-form.ts";
import { readCodes, slipIdAt } from "../../../floor-ui/src/pages/prepare/outside-form.ts";
import { parsePieces } from "../../../floor-ui/src/pages/prepare/pieces.ts";
import {
  nextOperation,
  toRouting,
  toRoutingDraft,
} from "../../../floor-ui/src/pages/prepare/routing-form.ts";
import { toStyle, toStyleText } from "../../../floor-ui/src/pages/prepare/style-form.ts";

const WEEKDAYS = ["lu", "ma", "me", "je", "ve", "sa", "di"];

const POLO: Style = {
  id: "POLO",
  name: "Polo",
  sizes: ["S", "M"],
  colours: [
    { name: "Bleu", pattern: "rising", swatch: "#2b59b4" },
    { name: "Blanc", pattern: "empty" },
  ],
};

function quantity(size: string, ordered: number, cut: number) {
  const nothing = { good: 0, rework: 0, second: 0, scrap: 0, inProgress: 0, outside: 0, left: 0 };
  return { size, colour: "Bleu", ordered, cut, ...nothing };
}

describe("order that is being written", () => {
  it("[J2] sends the cells that hold pieces, in the order of the style", () => {
    const cells = {
      [cellKey("M", "Blanc")]: "1 200",
      [cellKey("S", "Bleu")]: "40",
      [cellKey("S", "Blanc")]: "0",
      [cellKey("M", "Bleu")]: "",
    };
    const draft = { ...emptyOrder("POLO"), customer: " Lons ", dueOn: "2026-12-18", priority: "2" };
    const styles = [{ styleId: "POLO", perKit: "1", cells }];
    expect(toNewOrder({ ...draft, styles }, [POLO])).toEqual({
      customer: "Lons",
      dueOn: "2026-12-18",
      priority: 2,
      styles: [
        {
          styleId: "POLO",
          quantities: [
            { size: "S", colour: "Bleu", pieces: 40 },
            { size: "M", colour: "Blanc", pieces: 1200 },
          ],
        },
      ],
    });
  });

  it("[J17] names the lines that were picked, and none when any may sew it", () => {
    const draft = emptyOrder("POLO");
    expect(toNewOrder({ ...draft, lines: ["L2", "L1"] }, [POLO]).lines).toEqual(["L2", "L1"]);
    expect(toNewOrder(draft, [POLO])).not.toHaveProperty("lines");
  });

  it("[J2] makes a kit of several styles, each with its share", () => {
    const cells = { [cellKey("S", "Bleu")]: "9000" };
    const styles = [
      { styleId: "POLO", perKit: "3", cells },
      { styleId: "SWEAT", perKit: "2", cells: {} },
    ];
    const draft = { ...emptyOrder("POLO"), isKit: true, kits: "3 000", styles };
    const made = toNewOrder(draft, [POLO, { ...POLO, id: "SWEAT" }]);
    expect(made.kit).toEqual({ quantity: 3000, packing: [] });
    expect(made.styles.map(({ perKit }) => perKit)).toEqual([3, 2]);
  });

  it.each([
    ["1 200", 1200],
    ["1\u202f200", 1200],
    ["0", 0],
    ["12,5", null],
    ["-3", null],
    ["douze", null],
    ["", null],
  ])("[J2] reads %j as %j pieces", (text, pieces) => {
    expect(parsePieces(text)).toBe(pieces);
  });
});

describe("cutting that is being written", () => {
  it("[J3] offers what is ordered and not cut yet", () => {
    const quantities = [quantity("S", 200, 0), quantity("M", 100, 120), quantity("L", 80, 30)];
    expect(lotsToCut(quantities)).toEqual([
      { size: "S", colour: "Bleu", shade: "1", pieces: "200" },
      { size: "L", colour: "Bleu", shade: "1", pieces: "50" },
    ]);
  });

  it.each([
    ["220", 50, { full: 4, rest: 20 }],
    ["200", 50, { full: 4, rest: 0 }],
    ["20", 50, { full: 0, rest: 20 }],
    ["", 50, null],
    ["x", 50, null],
    ["20", null, null],
    ["20", 0, null],
  ])("[J3] says what %j pieces make in bundles of %j", (pieces, size, preview) => {
    const lot = { size: "S", colour: "Bleu", shade: "1", pieces };
    expect(previewLot(lot, size)).toEqual(preview);
  });

  it("[J3] adds another shade of the same size and colour below it, with the next number", () => {
    const lots = lotsToCut([quantity("S", 200, 0), quantity("M", 100, 0)]);
    const more = addShade(addShade(lots, 0), 0);
    expect(more.map(({ size, shade }) => `${size}${shade}`)).toEqual(["S1", "S3", "S2", "M1"]);
    expect(toCutting("POLO", more, 50)?.lots).toEqual([
      { size: "S", colour: "Bleu", shade: 1, pieces: 200 },
      { size: "M", colour: "Bleu", shade: 1, pieces: 100 },
    ]);
    expect(toCutting("POLO", [], 50)).toBeNull();
  });
});

describe("counts by hand that are being written", () => {
  it("[J8] reads whole numbers, a minus too, and names what it can't read", () => {
    const { counts, bad } = readCounts({ "S 1 1000": "42", "S2 2000": "−3", S3: "", "S4 1": "3x" });
    expect(counts).toEqual([
      { cell: "S 1 1000", stationId: "S 1", hour: 1000, pieces: 42 },
      { cell: "S2 2000", stationId: "S2", hour: 2000, pieces: -3 },
    ]);
    expect(bad).toEqual(["S4 1"]);
    const [first] = counts;
    expect(first && toHandCount(first, "key-of-it", "panne")).toEqual({
      key: "key-of-it",
      stationId: "S 1",
      hour: 1000,
      pieces: 42,
      reason: "panne",
    });
  });

  it.each([
    ["2026-11-23", "Europe/Paris", 24],
    ["2026-03-29", "Europe/Paris", 23],
    ["2026-10-25", "Europe/Paris", 25],
    ["2026-11-23", "Asia/Kolkata", 24],
    ["2026-11-23", "Pacific/Kiritimati", 24],
    ["2026-11-23", "Pacific/Niue", 24],
  ])("[J8] lists the clock hours of %s in %s: %i", (day, zone, count) => {
    const hours = hoursOfDay(day, zone);
    expect(hours).toHaveLength(count);
    expect(hours[0]?.hour).toBe(0);
    expect(hours.at(-1)?.hour).toBe(23);
    expect(new Set(hours.map(({ at }) => at)).size).toBe(count);
  });

  it("[J8] offers the hours of the shifts, those of a night shift on both days", () => {
    const day = "2026-11-23";
    const shift = { days: [1, 7], from: "22:00", to: "02:30" };
    const offered = workedHours(hoursOfDay(day, "Europe/Paris"), day, { shifts: [shift] });
    expect(offered.map(({ hour }) => hour)).toEqual([0, 1, 2, 22, 23]);
    const part = { days: [1], from: "08:30", to: "12:00" };
    const morning = workedHours(hoursOfDay(day, "Europe/Paris"), day, { shifts: [part] });
    expect(morning.map(({ hour }) => hour)).toEqual([8, 9, 10, 11]);
    const sunday = "2026-11-22";
    const all = workedHours(hoursOfDay(sunday, "Europe/Paris"), sunday, { shifts: [part] });
    expect(all).toHaveLength(24);
  });
});

const OPERATION: Operation = {
  code: "10",
  label: { fr: "Ourlet", en: "Hem" },
  picture: { photo: "abc" },
  machine: "Recouvreuse",
  standardMinutes: 0.42,
  after: [],
  part: "corps",
  countedBy: "machine",
  pieceRule: { minStitches: 80, trimsPerPiece: 2 },
};
const ROUTING: Routing = {
  styleId: "POLO",
  version: 3,
  parts: [{ code: "corps", label: { fr: "Corps", en: "Body" } }],
  operations: [
    OPERATION,
    {
      code: "20",
      label: { fr: "Contrôle" },
      picture: { pictogram: "inspect" },
      machine: "Table",
      standardMinutes: 12,
      after: ["10"],
      joins: ["corps"],
      countedBy: "scan",
    },
  ],
};

describe("styles, routings and people that are being written", () => {
  it("[J10] sends a routing that nobody touched as it is, with what the table doesn't show", () => {
    const { version: _, ...same } = ROUTING;
    expect(toRouting("POLO", toRoutingDraft(ROUTING))).toEqual({ ok: true, routing: same });
  });

  it("[J10] reads times with their unit, and names the operations whose time it can't", () => {
    const draft = toRoutingDraft(ROUTING);
    const [first] = draft.operations;
    const withTime = (minutes: string) =>
      toRouting("POLO", { ...draft, operations: first ? [{ ...first, minutes }] : [] });
    const read = withTime("42 cmn");
    expect(read.ok && read.routing.operations[0]?.standardMinutes).toBe(0.42);
    expect(withTime("42")).toEqual({ ok: false, unread: ["10"] });
  });

  it("[J10] takes a pictogram in the place of a photo", () => {
    const draft = toRoutingDraft(ROUTING);
    const operations = draft.operations.map((each) => ({ ...each, pictogram: "hem" }));
    const made = toRouting("POLO", { ...draft, operations });
    expect(made.ok && made.routing.operations[0]?.picture).toEqual({ pictogram: "hem" });
  });

  it("[J10] proposes the next operation after the last, ten further", () => {
    const { operations } = toRoutingDraft(ROUTING);
    expect(nextOperation(operations)).toMatchObject({ code: "30", after: "20", machine: "Table" });
    expect(nextOperation([])).toMatchObject({ code: "10", after: "" });
  });

  it("[J10] sends a style and a person that nobody touched as they are", () => {
    expect(toStyle(toStyleText(POLO))).toEqual(POLO);
    const soleil = {
      id: "soleil",
      pseudonym: "Soleil",
      pictogram: "sun",
      badge: 413,
      badgeCode: "P-413-X",
      skills: [{ operation: "Ourlet", level: 2 }],
      mode: { simple: true, speech: true },
      pace: 0.8,
      pattern: [{ days: [1, 2, 4], from: "08:00", to: "12:00" }],
    };
    const { id: _, badgeCode: __, ...sent } = soleil;
    expect(toOperator(toDraft(soleil, WEEKDAYS))).toEqual(sent);
  });

  it.each([
    ["", undefined],
    ["80", 0.8],
    ["112,5 %", 1.125],
    ["vite", 0],
  ])("[J17] sends a pace of %j as %j", (pace, sent) => {
    expect(toOperator({ ...emptyPerson(), pace }).pace).toBe(sent);
  });

  it.each([
    ["", undefined],
    ["lu-je 8:00-12:00; ve 13:00–16:30", "1234 08:00 12:00, 5 13:00 16:30"],
    ["Lundi, mercredi 8h-12h", "13 08:00 12:00"],
    ["sa su 22h - 6h", "67 22:00 06:00"],
    ["matin", " matin matin"],
    ["xx 8h-12h", "0 08:00 12:00"],
  ])("[K10] sends own hours of %j as %j", (pattern, sent) => {
    const hours = toOperator({ ...emptyPerson(), pattern }).pattern?.map(({ days, from, to }) =>
      [days.join(""), from, to].join(" "),
    );
    expect(hours?.join(", ")).toBe(sent);
  });

  it("[J10] takes a skill without its level for one who works alone", () => {
    const draft = { ...emptyPerson(), pseudonym: "Iris" };
    expect(toOperator({ ...draft, skills: "Plis; Ourlet : 1," })).toEqual({
      pseudonym: "Iris",
      skills: [
        { operation: "Plis", level: 3 },
        { operation: "Ourlet", level: 1 },
      ],
    });
  });
});

describe("slip that is being written", () => {
  it("[J11] reads codes however they are separated, each once, and names what is none", () => {
    expect(readCodes("118-117-K 118x117k\n118-117-K, 12; ")).toEqual({
      codes: ["118-117-K", "118x117k", "12"],
      bad: ["12"],
    });
    expect(slipIdAt("2026-11-23", "9\u00a0h\u00a005")).toBe("BL-1123-0905");
  });
});
