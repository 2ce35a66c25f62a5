import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HEADS_FILE } from "../../../server/src/journal/noted-heads.ts";
import { sentencesOf } from "../../../server/src/journal/verified-words.ts";
import type { Verification } from "../../../server/src/store/journal/journal-fault.ts";
import { openStore } from "../../../server/src/store/open-store.ts";
import { folderWith, openRaw, writtenJournal } from "../store/journal/journal-store.ts";

const SCRIPT = join(import.meta.dirname, "../../../server/src/verify-journal.ts");

/** What the command says of a data folder, and how it ends. */
function run(folder: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, TRAME_DATA: folder, TZ: "Europe/Paris" };
    execFile(process.execPath, [SCRIPT], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

describe("npm run verify-journal", () => {
  it("[JC5] says in French that the journal is entire, while the server runs, and which line is not", async () => {
    const folder = folderWith(writtenJournal().serialize());
    const store = await openStore(folder, Date.parse("2026-11-24T08:00:00+01:00"));
    const whole = await run(folder);
    const head = await store.reports.readJournalHead();
    await store.close();
    expect(whole).toEqual({
      code: 0,
      said: `Le journal est entier : ${head?.count} lignes, empreinte ${head?.hash}.
Aucune empreinte notée à part ne s'y retrouve : une fin coupée ne se verrait pas.
`,
    });

    openRaw(folder).exec("UPDATE acts SET author = 'account:b' WHERE key = 'act-1'");
    const changed = await run(folder);

    expect(changed.code).toBe(1);
    expect(changed.said).toMatch(
      /^- ligne \d+ \(23 novembre 2026 à 08:01:00, scan\) : elle ne dit plus ce qui a été écrit\.$/m,
    );
  });

  it("[JC6] says how many lines were cut, by the file of heads", async () => {
    const folder = folderWith(writtenJournal().serialize());
    const line = `999 40 ${"ab".repeat(32)} 2026-11-23T08:00:00.000Z\n`;
    writeFileSync(join(folder, HEADS_FILE), line);
    expect(await run(folder)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/après la ligne \d+ : \d+ lignes coupées à la fin\./),
    });
  });

  it("[JC5] has a sentence for each fault", () => {
    const kinds = ["changed", "moved", "inserted", "removed", "gap", "cut", "rewritten"] as const;
    const at = Date.UTC(2026, 10, 23, 12);
    const faults = kinds.map((kind) => ({ kind, n: 7, at, of: "changed: order", lines: 2 }));
    const found: Verification = {
      ...{ lines: 1_200, head: "ab", isSealed: true, faults, faultCount: 60 },
      ...{ headsMet: 3, restores: 1, letGo: 0 },
    };

    const said = sentencesOf(found);

    expect(new Set(said).size).toBe(kinds.length + 4);
    expect(said[0]).toMatch(/^Le journal n'est pas entier : 60 défauts sur 1.200 lignes\.$/);
    expect(said).toContain("- et 53 autres.");
    expect(sentencesOf({ ...found, isSealed: false })).toHaveLength(1);
  });

  it("[JC5] says that there is no journal where there is none", async () => {
    expect(await run("/nowhere")).toMatchObject({
      code: 1,
      said: expect.stringContaining("aucune base de données"),
    });
  });
});
