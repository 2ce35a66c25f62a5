import { describe, expect, it } from "vitest";
import { createCounting, createFormats } from "../../floor-ui/src/i18n/formats.ts";
import { parseLanguage } from "../../floor-ui/src/i18n/i18n.ts";
import { at } from "../browser/support/rows.ts";

const fr = createFormats("fr", "Europe/Paris");
const en = createFormats("en", "Europe/Paris");

describe("formats", () => {
  it("[W6] write numbers with non-breaking spaces and a true minus", () => {
    expect([fr.number(12_000), fr.number(430.4), fr.signed(-1218), fr.signed(4)]).toEqual([
      "12\u00a0000",
      "430",
      "\u22121\u00a0218",
      "+4",
    ]);
    expect([en.number(12_000), fr.signed(-0.4), fr.signed(0)]).toEqual(["12,000", "0", "0"]);
  });

  it("[W6] write nothing without a sign, also when it is rounded from below", () => {
    const written = [-0, -0.04, -0.0004].map((value) => [
      ...[fr.number(value), fr.signed(value), fr.tenth(value), fr.percent(value / 100)],
      ...[en.number(value), en.tenth(value)],
    ]);
    const none = ["0", "0", "0,0", "0,0\u00a0%", "0", "0.0"];
    expect(written).toEqual([none, none, none]);
    expect([fr.number(-0.6), fr.tenth(-0.06)].map((text) => text.replace("-", "\u2212"))).toEqual([
      "\u22121",
      "\u22120,1",
    ]);
  });

  it("[W6] write what is missing with a true minus, as a count, a share and a tenth too", () => {
    const { count } = createCounting("fr");

    expect([
      fr.number(-1),
      fr.tenth(-0.5),
      fr.percent(-0.031),
      count(-1, "pièce", "pièces"),
    ]).toEqual(["\u22121", "\u22120,5", "\u22123,1\u00a0%", "\u22121\u00a0pièce"]);
  });

  it("[W6] write times in the workshop's zone, as each language does", () => {
    const time = at("08:05");
    expect([fr.time(time), fr.hour(time), fr.hourShort(time)]).toEqual([
      "8\u00a0h\u00a005",
      "8\u00a0h",
      "8\u00a0h",
    ]);
    expect([en.time(time), en.hour(at("08:00")), en.hourShort(at("08:00"))]).toEqual([
      "08:05",
      "08:00",
      "8",
    ]);
  });

  it("[W6] write midnight as 0 h", () => {
    expect(fr.time(at("00:00"))).toBe("0\u00a0h\u00a000");
  });

  it("[W6] name the day without shifting it, wherever the screen hangs", () => {
    const faraway = createFormats("fr", "Pacific/Kiritimati");
    expect([fr.date("2026-11-23"), faraway.date("2026-11-23"), en.date("2026-11-23")]).toEqual([
      "lundi 23 novembre",
      "lundi 23 novembre",
      "Monday 23 November",
    ]);
  });

  it("[W6] tell durations in minutes, hours, then days", () => {
    const minute = 60_000;
    const told = [-5, 0, 0.9, 23, 60, 125, 2880].map((minutes) => fr.duration(minutes * minute));
    expect(told).toEqual([
      "0\u00a0min",
      "0\u00a0min",
      "0\u00a0min",
      "23\u00a0min",
      "1\u00a0h\u00a000",
      "2\u00a0h\u00a005",
      "2\u00a0j",
    ]);
  });

  it("[W6] count by the plural rules of the language: none is singular in French", () => {
    const counted = [createCounting("fr"), createCounting("en")].map((counting) =>
      [0, 1, 2].map((n) => counting.word(n, "one", "other")),
    );
    expect(counted).toEqual([
      ["one", "one", "other"],
      ["other", "one", "other"],
    ]);
  });
});

describe("quality and days", () => {
  it("[W6] are written as people of the workshop write them", () => {
    const [fr, en] = [createFormats("fr", "Europe/Paris"), createFormats("en", "Europe/Paris")];
    const written = [fr, en].map((formats) => [
      formats.tenth(2.4),
      formats.percent(0.978),
      formats.dayMonth("2026-12-18"),
      formats.dayMonthAt(Date.parse("2026-12-17T23:30Z")),
    ]);
    expect(written).toEqual([
      ["2,4", "97,8\u00a0%", "18 déc.", "18 déc."],
      ["2.4", "97.8%", "18 Dec", "18 Dec"],
    ]);
  });
});

describe("language", () => {
  it("[W14] is French unless English is asked for", () => {
    expect([undefined, "en", "fr", "de", ""].map(parseLanguage)).toEqual([
      "fr",
      "en",
      "fr",
      "fr",
      "fr",
    ]);
  });
});
