import { lineWork, type PlanStation } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { catalogue, kitOrder, operation, order, poloRouting, routing } from "../orders/builders.ts";

function stations(...operations: readonly (string | readonly string[])[]): PlanStation[] {
  return operations.map((names, index) => {
    const [first = "", ...others] = typeof names === "string" ? [names] : names;
    return {
      id: `S${index + 1}`,
      name: `Poste ${index + 1}`,
      operation: first,
      ...(others.length > 0 && { operations: others }),
      standardMinutes: 0.42,
    };
  });
}

const POLO = order({ styles: [{ styleId: "POLO", routingVersion: 1, quantities: [] }] });

describe("the work of a line", () => {
  it("[PS1] is each operation of the order that its stations do, by code or label, after those it waits for", () => {
    const work = lineWork(order(), catalogue(), stations("10", "opération 20", ["30"]));

    expect(work).toEqual({
      tasks: [
        task("MASQUE", "10", { stationIds: ["S1"] }),
        task("MASQUE", "20", { stationIds: ["S2"] }),
        task("MASQUE", "30", { stationIds: ["S3"] }),
      ],
      precedence: [
        [0, 1],
        [1, 2],
      ],
    });
  });

  it("[PS1] leaves out what other lines do, and keeps what waits for what across it", () => {
    // 10 → 15 → 40 ← 20, 40 → 50 ← 30, 50 → 60 → 70: without 15, 40 and 60.
    const { tasks, precedence } = lineWork(POLO, catalogue(), stations("10", "20", "50", "70"));

    expect(tasks.map(({ code }) => code)).toEqual(["10", "20", "50", "70"]);
    expect(precedence).toEqual([
      [0, 2],
      [1, 2],
      [2, 3],
    ]);
  });

  it("[PS2] cuts an operation into as many equal shares as stations are named by it", () => {
    const routings = [
      routing({ operations: [operation("10", { standardMinutes: 0.9 }), operation("20")] }),
    ];
    const { tasks, precedence } = lineWork(
      order(),
      { styles: [], routings },
      stations("10", "10", ["20", "10"]),
    );

    expect(
      tasks.map(({ id, standardMinutes, stationIds }) => [id, standardMinutes, stationIds]),
    ).toEqual([
      ["MASQUE/10 1/2", 0.45, ["S1", "S2", "S3"]],
      ["MASQUE/10 2/2", 0.45, ["S1", "S2", "S3"]],
      ["MASQUE/20", 0.42, ["S3"]],
    ]);
    expect(precedence).toEqual([]);
  });

  it("[PS2] lets nothing begin before all shares of what comes before it", () => {
    const { precedence } = lineWork(order(), catalogue(), stations("10", "10", "20"));

    expect(precedence).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it("[PS1] of a kit counts what one kit holds, and leaves packing to the table", () => {
    const { tasks } = lineWork(kitOrder(), catalogue(), stations("10", "90"));

    // 3 polos and 2 sweatshirts, 0.42 min each.
    expect(tasks.map(({ id }) => id)).toEqual(["POLO/10", "SWEAT/10"].toSorted());
    expect(tasks.map(({ standardMinutes }) => standardMinutes)).toEqual([
      expect.closeTo(1.26),
      expect.closeTo(0.84),
    ]);
  });

  it("[PS1] has no share too many for a proposal", () => {
    const many = Array.from({ length: 150 }, () => "10");
    const { tasks } = lineWork(order(), catalogue(), stations(...many, ...many.fill("10")));

    expect(tasks).toEqual([task("MASQUE", "10", { stationIds: expect.anything() })]);
  });

  it("[PS1] is nothing where the stations do none of it", () => {
    expect(lineWork(POLO, { styles: [], routings: [poloRouting()] }, stations("99"))).toEqual({
      tasks: [],
      precedence: [],
    });
  });
});

function task(styleId: string, code: string, fields: object) {
  return {
    id: `${styleId}/${code}`,
    ...{ styleId, code, label: { fr: `Opération ${code}` } },
    ...{ standardMinutes: 0.42, share: 1, shares: 1 },
    ...fields,
  };
}
