import { learningCurve, orderMinutes } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import type { ExportFacts } from "../../../server/src/exports/facts.ts";
import { readSkillFacts } from "../../../server/src/exports/read/skills.ts";
import { writeJson } from "../../../server/src/exports/write-json.ts";
import type { SkillsRead } from "../../../server/src/store/people/skills-read.ts";
import { DAY, factsOf, ROWS } from "./support/facts-builder.ts";

type Reports = Parameters<typeof readSkillFacts>[0];

function tablesOf(facts: ExportFacts) {
  return writeJson(createBook(facts)).tables;
}

function cover(operation: string, [alone, teachers, learning]: readonly [number, number, number]) {
  return { operation, alone, teachers, learning, isInUse: true, isToPassOn: alone < 2 };
}

const SKILLS: SkillsRead = {
  operations: [
    cover("Plis", [0, 0, 4]),
    cover("Ourlet", [5, 4, 2]),
    cover("Passant", [8, 4, 0]),
    cover("Poche", [3, 1, 1]),
  ],
  people: [{ operatorId: "fleur", pseudonym: "Fleur", levels: [null, 4, 4, 1] } as never],
};

describe("exports of what is not of a day", () => {
  it("[EX21] skills are numbers of people, few are not counted, and nobody is in it", async () => {
    const reports = { readSkills: () => Promise.resolve(SKILLS) } as unknown as Reports;
    const read = await readSkillFacts(reports, 0);
    const [table] = tablesOf(factsOf({ kind: "skills", read }));
    const few = "moins de 4";

    expect(table?.rows).toEqual([
      { operation: "Plis", inUse: "oui", alone: 0, teachers: 0, learning: 4 },
      // Four teachers of five who do it alone would tell of the one who does not teach.
      { operation: "Ourlet", inUse: "oui", alone: 5, teachers: null, learning: few },
      { operation: "Passant", inUse: "oui", alone: 8, teachers: 4, learning: 0 },
      { operation: "Poche", inUse: "oui", alone: few, teachers: few, learning: few },
    ]);
    expect(JSON.stringify(table)).not.toContain("Fleur");
  });

  it("[EX19] minutes of an order add up to its total, operation by operation", () => {
    const order = {
      ...{ customer: "Mairie de Lons", dueOn: "2026-12-18", state: "running" as const },
      styles: [
        {
          styleId: "MSK",
          routingVersion: 1,
          quantities: [{ size: "M", colour: "Bleu", pieces: 200 }],
        },
      ],
    };
    const own = ROWS.filter(({ orderId }) => orderId === "2026-118");
    const minutes = orderMinutes({ order: order as never, routings: [] }, own);
    const read = [{ orderId: "2026-118", minutes }];
    const [detail, orders] = tablesOf(factsOf({ kind: "minutes", read }));
    const sum = (key: string) =>
      (detail?.rows ?? []).reduce((total, row) => total + Number(row[key]), 0);

    expect(sum("attendedMinutes")).toBeCloseTo(minutes.total.attendedMinutes ?? Number.NaN, 6);
    expect(orders?.rows).toMatchObject([
      { order: "2026-118", customer: "Mairie de Lons", ...minutes.total },
    ]);
    expect(detail?.total).toMatchObject({ order: "Total", ...minutes.total });
  });

  it("[EX19] learning has a row a day and its curve", () => {
    const days = [1, 2, 3, 4, 5, 6].map((n) => ({
      ...{ day: `2026-11-0${n}`, attendedMinutes: 480, good: 40 * n },
    }));
    const curve = learningCurve(days);
    const read = [{ styleId: "MSK", curve }];
    const [points, styles] = tablesOf(factsOf({ kind: "learning", read }));

    expect(points?.rows).toHaveLength(6);
    expect(points?.rows[0]).toMatchObject({
      ...{ style: "Masque lavable", day: "2026-11-01", garments: 20, minutesEach: 12 },
    });
    expect(styles?.rows).toEqual([
      {
        ...{ styleId: "MSK", style: "Masque lavable", points: 6, maskedDays: null },
        firstMinutes: curve.fit?.firstMinutes,
        learningRatio: curve.fit?.ratio,
        explained: curve.fit?.explained,
      },
    ]);
  });

  it("[EX18] the title and the sheet of explanations say what it is narrowed to", () => {
    const facts = factsOf(
      { kind: "stops", read: [] },
      { head: { line: "Ligne 1", order: "2026-118", from: DAY } },
    );
    expect(createBook(facts).title).toBe("Arrêts · Ligne 1 · OF 2026-118");
  });
});
