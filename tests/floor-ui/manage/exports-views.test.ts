import type { EveningExportSettings } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { exportsFr } from "../../../floor-ui/src/i18n/exports-fr.ts";
import {
  eveningChanges,
  statusLines,
  toggled,
} from "../../../floor-ui/src/pages/manage/exports/evening-view.ts";
import {
  askedIn,
  filePath,
  spanFault,
  spanOf,
} from "../../../floor-ui/src/pages/manage/exports/spans.ts";

const words = { t: exportsFr, day: (day: string) => day, moment: (at: number) => `à ${at}` };

const ALL = { line: null, order: null, style: null };

describe("days to export", () => {
  it("[EX17] one touch chooses today, yesterday, the week from Monday or the month, until today", () => {
    // A Sunday, the first of a month.
    expect(spanOf("today", "2026-11-01")).toEqual({ from: "2026-11-01", to: "2026-11-01" });
    expect(spanOf("yesterday", "2026-11-01")).toEqual({ from: "2026-10-31", to: "2026-10-31" });
    expect(spanOf("week", "2026-11-01")).toEqual({ from: "2026-10-26", to: "2026-11-01" });
    expect(spanOf("week", "2026-11-02")).toEqual({ from: "2026-11-02", to: "2026-11-02" });
    expect(spanOf("month", "2026-11-22")).toEqual({ from: "2026-11-01", to: "2026-11-22" });
  });

  it("[EX17] days of which no file can be made are named before anybody asks for one", () => {
    expect(spanFault({ from: "2026-11-01", to: "" })).toBe("missing");
    expect(spanFault({ from: "2026-11-02", to: "2026-11-01" })).toBe("reversed");
    expect(spanFault({ from: "2025-10-18", to: "2026-11-22" })).toBe("long");
    expect(spanFault({ from: "2025-10-19", to: "2026-11-22" })).toBeNull();
  });

  it("[EX18] a file is of the line and the order where its kind says something of them", () => {
    const span = spanOf("today", "2026-11-23");
    const asked = {
      format: "csv",
      lang: "fr",
      line: "L1",
      order: "2026-118",
      style: "TAB",
    } as const;
    const of = (kind: "stops" | "skills" | "quality") =>
      new URL(filePath(span, { ...asked, kind }), "http://trame").searchParams;

    expect([of("stops").get("line"), of("stops").get("order")]).toEqual(["L1", null]);
    expect([of("skills").get("line"), of("skills").get("order")]).toEqual([null, null]);
    expect([of("quality").get("line"), of("quality").get("order")]).toEqual(["L1", "2026-118"]);
    expect([of("skills").get("style"), of("quality").get("style")]).toEqual([null, "TAB"]);
    expect(askedIn({ kind: "story", order: "2026-118" }, "2026-11-23")).toEqual({
      ...{ kind: "story", order: "2026-118" },
      span: { from: "2025-10-20", to: "2026-11-23" },
    });
  });

  it("[EX17] a file is a plain link", () => {
    const span = { from: "2026-11-22", to: "2026-11-23" };

    expect(filePath(span, { ...{ kind: "stops", format: "csv-plain", lang: "en" }, ...ALL })).toBe(
      "/api/v1/exports/stops?from=2026-11-22&to=2026-11-23&format=csv-plain&lang=en",
    );
  });
});

describe("files of the evening", () => {
  const setting: EveningExportSettings = {
    ...{ enabled: false, folder: "", lang: "fr" },
    kinds: ["production"],
    formats: ["csv", "pdf"],
  };

  it("[EX17] what will change is told in sentences", () => {
    const after = {
      ...setting,
      enabled: true,
      folder: "/srv",
      kinds: ["production", "stops"],
    } as const;

    expect(eveningChanges(setting, after, words)).toEqual([
      "Les fichiers sont écrits chaque soir.",
      "Dossier\u00a0: rien devient /srv.",
      "Ce qui est écrit\u00a0: Production devient Production, Arrêts.",
    ]);
    expect(eveningChanges(setting, setting, words)).toEqual([]);
  });

  it("[EX17] what was written last and what comes next is told in sentences", () => {
    const last = { day: "2026-11-23", version: 2, writtenAt: 7 };
    const status = { state: "ok", nextAt: 9, last, failing: null } as const;

    expect(statusLines(status, words)).toEqual([
      "Journée du 2026-11-23 écrite de nouveau le à 7, version 2.",
      "Prochains fichiers\u00a0: à 9.",
    ]);
    expect(statusLines({ ...status, last: null, nextAt: null }, words)).toEqual([
      "Aucun fichier écrit pour l’instant.",
    ]);
    expect(statusLines({ ...status, state: "off" }, words)).toEqual(["Rien n’est écrit le soir."]);
  });

  it("[EX17] names stay in their order, however they are ticked", () => {
    expect(toggled(["a", "b", "c"], ["c"], "a")).toEqual(["a", "c"]);
    expect(toggled(["a", "b", "c"], ["a", "c"], "a")).toEqual(["c"]);
  });
});
