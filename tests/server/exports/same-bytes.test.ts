import { EXPORT_FORMATS } from "@trame/shared";
import { writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeExport } from "../../../server/src/exports/write-export.ts";
import { productionFacts } from "./support/facts-builder.ts";

const ONE_DAY = 86_400_000;

describe("bytes of an export", () => {
  beforeEach(
    () => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T08:00Z") }),
  );
  afterEach(() => void vi.useRealTimers());

  it.each(EXPORT_FORMATS)("[EX1] the same facts are the same %s on another day", async (format) => {
    const first = await writeExport({ format, facts: productionFacts() });
    vi.setSystemTime(Date.now() + ONE_DAY);
    const second = await writeExport({ format, facts: productionFacts() });

    expect(first.length).toBeGreaterThan(400);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("[EX1] negative control: a workbook that is not dated by its data is another one the day after", async () => {
    const sheets = [{ name: "Jours", rows: [["Jour"]] }];
    const first = await writeXlsx({ sheets });
    vi.setSystemTime(Date.now() + ONE_DAY);

    expect(Buffer.from(await writeXlsx({ sheets })).equals(Buffer.from(first))).toBe(false);
  });

  it("[EX1] no file says the day on which it was made", async () => {
    const texts = await Promise.all(
      EXPORT_FORMATS.map(async (format) =>
        Buffer.from(await writeExport({ format, facts: productionFacts() })).toString("latin1"),
      ),
    );

    for (const text of texts) expect(text).not.toMatch(/2026-11-24|20261124|\/CreationDate/);
  });
});
