import type { FactFilter, ReportFact } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  type FactSource,
  parsePlace,
  readFactPage,
} from "../../../server/src/reports/read-facts.ts";

const FILTER: FactFilter = {
  figure: "good",
  ...{ lineId: null, stationId: null, orderId: null, styleId: null },
  ...{ size: null, colour: null, operation: null },
};

function fact(at: number, n: number): ReportFact {
  return {
    ...{ at, receivedAt: at, origin: "scan", kind: "finish", key: `act-${n}` },
    ...{ stationId: "S1", orderId: null, code: null, operation: null, correctedBy: null },
    ...{ good: 1, rework: 0, second: 0, scrap: 0, defects: 0, minutes: null, what: null },
  };
}

/** Days by number, each with its facts: many at one moment. */
function sourceOf(days: ReadonlyMap<number, readonly ReportFact[]>): FactSource {
  return {
    readDayMarks: ({ from, to }) =>
      Promise.resolve({
        isRefolding: false,
        days: [...days.keys()]
          .filter((day) => from <= day && day <= to)
          .map((day) => ({ day, clock: 1, version: 1, changedAt: 0, endsAt: 0 })),
      }),
    readReportFacts: ({ day }) => Promise.resolve([...(days.get(day) ?? [])]),
  };
}

async function readAll(source: FactSource): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = ""; after !== null; ) {
    const place = parsePlace(after);
    const page = await readFactPage(source, { from: 1, to: 3, filter: FILTER, after: place }, 9);
    pages.push(page.facts.map(({ key }) => key ?? ""));
    after = page.next;
  }
  return pages;
}

describe("pages of facts", () => {
  it("[RP10] hold every fact once, in order, many at one moment and over several days", async () => {
    const first = Array.from({ length: 350 }, (_, n) => fact(Math.floor(n / 120), n));
    const second = Array.from({ length: 100 }, (_, n) => fact(1_000, 350 + n));
    const third = [fact(2_000, 450)];
    const source = sourceOf(
      new Map([
        [1, first],
        [2, second],
        [3, third],
      ]),
    );

    const pages = await readAll(source);

    expect(pages.map(({ length }) => length)).toEqual([200, 200, 51]);
    expect(pages.flat()).toEqual([...first, ...second, ...third].map(({ key }) => key));
  });

  it("[RP10] end with the last fact, also of a page that is just full", async () => {
    const facts = Array.from({ length: 200 }, (_, n) => fact(n, n));
    expect(await readAll(sourceOf(new Map([[1, facts]])))).toHaveLength(1);
  });

  it("[RP13] look through so many days and no more, and go on where they stopped", async () => {
    const days = new Map(
      Array.from({ length: 70 }, (_, n): [number, ReportFact[]] => [n + 1, [fact(n, n)]]),
    );
    days.set(1, []);
    const read: number[] = [];
    const source = sourceOf(days);
    const readReportFacts: FactSource["readReportFacts"] = (asked) => {
      read.push(asked.day);
      return source.readReportFacts(asked);
    };
    const asked = { from: 1, to: 70, filter: FILTER };
    const counts: [number, number][] = [];
    for (let next: string | null = ""; next !== null; ) {
      const place = parsePlace(next);
      const page = await readFactPage(
        { ...source, readReportFacts },
        { ...asked, after: place },
        9,
      );
      counts.push([page.facts.length, read.splice(0).length]);
      next = page.next;
    }

    expect(counts).toEqual([
      ...[
        [30, 31],
        [31, 31],
      ],
      ...[[8, 8]],
    ]);
  });

  it("[RP10] go on where they were when something came meanwhile", async () => {
    const facts = Array.from({ length: 300 }, (_, n) => fact(10 * n, n));
    const days = new Map([[1, facts]]);
    const asked = { from: 1, to: 1, filter: FILTER };
    const { next } = await readFactPage(sourceOf(days), { ...asked, after: null }, 9);
    days.set(
      1,
      [fact(5, 999), ...facts].toSorted((a, b) => a.at - b.at),
    );

    const after = parsePlace(next ?? "");
    const page = await readFactPage(sourceOf(days), { ...asked, after }, 9);
    expect(page.facts.map(({ key }) => key)).toEqual(facts.slice(200).map(({ key }) => key));
  });

  it.each(["", "1", "a.b.c", "1.2", "1.2.3.4"])("[RP10] begin nowhere else: %s", (text) => {
    expect(parsePlace(text)).toBeNull();
  });
});
