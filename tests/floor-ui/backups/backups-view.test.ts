import { describe, expect, it } from "vitest";
import { lateBackup } from "../../../floor-ui/src/data/backup-age.ts";
import { backupNameOf } from "../../../floor-ui/src/data/desk/backup-id.ts";
import type {
  BackupComparison,
  BackupList,
  BackupRow,
} from "../../../floor-ui/src/data/desk/backup-rows.ts";
import { agoIn } from "../../../floor-ui/src/i18n/ago.ts";
import { backupsFr } from "../../../floor-ui/src/i18n/backups-fr.ts";
import { createFormats } from "../../../floor-ui/src/i18n/formats.ts";
import {
  comparisonView,
  groupsOf,
  isLate,
  newestOf,
  sharingMinute,
} from "../../../floor-ui/src/pages/manage/backups/backups-view.ts";

const HOUR = 3_600_000;
const side = { clock: 1, lastAt: null, pieces: 0, acts: 0, orders: 0, bundles: 0 };
const words = { t: backupsFr, date: createFormats("fr", "Europe/Paris").date };
const same: BackupComparison = {
  ...{ before: side, after: side, days: [], devices: [] },
  ...{ orders: { gone: [], back: [], changed: [] }, plans: { gone: [], back: [] } },
  changed: {
    ...{ settings: [], styles: [], routings: [], orders: [] },
    ...{ people: 0, cartons: 0, cartonsOpened: 0 },
  },
};

function row(kind: BackupRow["kind"], at: number, damagedAt: number | null = null): BackupRow {
  const known = { isMadeUp: false, size: 1, verifiedAt: at, clock: 1, totals: side };
  return { id: `${at}-${kind}`, kind, at, damagedAt, ...known };
}

function listOf(backups: readonly BackupRow[], verifiedAt: number | null = 0): BackupList {
  const quiet = { doing: null, failing: null, second: null, restore: null };
  return { now: 26 * HOUR, verifiedAt, backups, ...quiet };
}

describe("the page of backups", () => {
  it("[BK13] says what would go and what would come, each in a sentence", () => {
    const day = (before: number, after: number, acts = 0) => ({
      ...{ before: { pieces: before, acts }, after: { pieces: after, acts: 0 } },
    });
    const view = comparisonView(
      {
        ...same,
        days: [
          { day: "2026-11-23", ...day(412, 0, 86) },
          { day: "2026-11-20", ...day(10, 30) },
        ],
        orders: { gone: ["2026-118"], back: [], changed: [{ id: "2026-101" }] },
        plans: { gone: [1], back: [1, 2] },
        devices: ["esp-07"],
      },
      words,
    );
    expect(view).toEqual({
      goes: [
        "Lundi 23 novembre\u00a0: 412\u00a0pièces comptées, 86\u00a0scans et déclarations",
        "Commandes créées depuis\u00a0: 2026-118",
        "Commandes dont l’état reviendrait en arrière\u00a0: 2026-101",
        "1\u00a0changement du plan de l’atelier",
        "Compteurs à faire entrer à nouveau\u00a0: esp-07",
      ],
      comes: [
        "Vendredi 20 novembre\u00a0: 20\u00a0pièces comptées",
        "2\u00a0anciens plans de l’atelier",
      ],
    });
    expect(comparisonView(same, words)).toEqual({ goes: [], comes: [] });
  });

  it("[BK13] says which settings, styles, routings, sheets and cartons were changed since", () => {
    const changed = {
      ...{ settings: ["causes", "follow"], styles: ["polo"], routings: ["polo", "veste"] },
      ...{ orders: ["2026-101", "2026-118", "2026-119"], people: 2, cartons: 1, cartonsOpened: 3 },
    };
    const orders = { gone: ["2026-118"], back: [], changed: [{ id: "2026-101" }] };
    expect(comparisonView({ ...same, orders, changed }, words).goes.slice(2)).toEqual([
      "2\u00a0réglages\u00a0: les causes d’arrêt, les paquets à suivre",
      "1\u00a0modèle créé ou modifié\u00a0: polo",
      "2\u00a0gammes créées ou modifiées\u00a0: polo, veste",
      "Commandes modifiées depuis\u00a0: 2026-119",
      "2\u00a0changements de fiches de personnes",
      "1\u00a0carton fermé",
      "3\u00a0cartons rouverts",
    ]);
    const many = { ...same.changed, settings: ["causes", "defects", "calls", "follow"] };
    expect(comparisonView({ ...same, changed: many }, words).goes).toEqual([
      "4\u00a0réglages, dont les causes d’arrêt, les défauts, les appels",
    ]);
  });

  it("[BK10] reads in the name of a backup what it is and when it was made", () => {
    const at = Date.parse("2026-11-22T14:49:23Z");
    expect(backupNameOf("20261122T144923Z-manual")).toEqual({ kind: "manual", at });
    expect(backupNameOf("20261122T144923Z-before-restore")?.kind).toBe("before-restore");
    for (const other of ["20261122T144923Z-other", "20261322T144923Z-manual", "causes"]) {
      expect(backupNameOf(other)).toBe(null);
    }
  });

  it("[BK16] tells those of one minute apart", () => {
    const [first, second, later] = [0, 59_999, 60_000].map((at) => row("before-restore", at));
    const found = sharingMinute([first, second, later].filter((each) => each !== undefined));
    expect([...found]).toEqual(["0-before-restore", "59999-before-restore"]);
  });

  it("[BK13] names five days and counts the others", () => {
    const days = Array.from({ length: 8 }, (_, index) => ({
      day: `2026-11-0${index + 1}`,
      before: { pieces: 1, acts: 0 },
      after: { pieces: 0, acts: 0 },
    }));
    const { goes } = comparisonView({ ...same, days }, words);
    expect([goes.length, goes.at(-1)]).toEqual([6, "et 3\u00a0autres jours"]);
  });

  it("[BK14] [BK16] lists them by kind, those that people made first, and knows the newest sound one", () => {
    const list = listOf([
      row("uploaded", 9),
      row("hourly", 8, 9),
      row("hourly", 7),
      row("manual", 6),
    ]);
    expect(groupsOf(list).map(({ kind, backups }) => [kind, backups.length])).toEqual([
      ["manual", 1],
      ["uploaded", 1],
      ["hourly", 2],
    ]);
    expect(newestOf(list)?.at).toBe(7);
    expect([isLate(listOf([], 0)), isLate(listOf([], 1)), isLate(listOf([], null))]).toEqual([
      ...[true, false, false],
    ]);
  });

  it("[BK14] the desk and the home page say the age from 26 h on, and that there is none", () => {
    const health = (verifiedAt: number | null, ageSeconds: number | null, uptimeSeconds = 700) =>
      lateBackup({ uptimeSeconds, backup: { verifiedAt, ageSeconds, failing: null } });
    expect(health(1, 26 * 3_600 - 1)).toBe(null);
    expect(health(1, 26 * 3_600)).toEqual({ age: 26 * HOUR });
    expect(health(null, null)).toEqual({ age: null });
    expect(health(null, null, 599)).toBe(null);
    // A server that fails says nothing of backups, and that is said elsewhere.
    expect(lateBackup({ status: "failing" })).toBe(null);
    expect(agoIn("fr")(72 * HOUR)).toBe("il y a 3\u00a0jours");
    expect(agoIn("fr")(27 * HOUR)).toBe("il y a 27\u00a0heures");
  });
});
