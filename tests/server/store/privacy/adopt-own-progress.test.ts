import { readFileSync } from "node:fs";
import { PRIVACY, privacyOf } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";

const MIGRATION = new URL("../../../../server/migrations/0028-privacy.sql", import.meta.url);

/** The settings after the migration of a workshop that had set this. */
function migrated(ownProgress: object | null): Map<string, string> {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  const put = sqlite.prepare("INSERT INTO settings (key, value) VALUES (?, ?)");
  put.run("screens", '{"language":"en"}');
  if (ownProgress !== null) put.run("own-progress", JSON.stringify(ownProgress));
  sqlite.exec(readFileSync(MIGRATION, "utf8"));
  const rows = sqlite.prepare<[], { key: string; value: string }>(
    "SELECT key, value FROM settings",
  );
  return new Map(rows.all().map(({ key, value }) => [key, value]));
}

describe("a workshop that had opened one's own progress", () => {
  it("[PR1] goes on in the mode in which people see their own, for the same reason and from the same day", () => {
    const since = Date.parse("2026-11-12T09:00:00Z");
    const settings = migrated({ enabled: true, reason: "Demandé par l’équipe", since });
    expect([...settings.keys()].toSorted()).toEqual(["privacy", "screens"]);
    expect(privacyOf(settings.get("privacy") ?? null)).toEqual({
      ...PRIVACY,
      ...{ mode: "own", since: "2026-11-12", reason: "Demandé par l’équipe" },
    });
  });

  it("[PR1] holds to the strictest where it was closed, or never opened", () => {
    const closed = migrated({ enabled: false, reason: null, since: null });
    expect([[...closed.keys()], [...migrated(null).keys()]]).toEqual([["screens"], ["screens"]]);
  });
});
