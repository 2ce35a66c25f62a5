import { describe, expect, it } from "vitest";
import { ADMIN, openPeople, type PeopleFloor } from "../supervision/people-http.ts";

interface Skills {
  readonly operations: readonly { operation: string; isToPassOn: boolean; alone: number }[];
  readonly people: readonly { operatorId: string; levels: readonly (number | null)[] }[];
}

async function read(floor: PeopleFloor): Promise<Skills> {
  return (await floor.get("/api/v1/people/skills", ADMIN)).json as Skills;
}

describe("skills", () => {
  it("[PE1] [PE3] tell people by operations, and which of those are to be passed on", async () => {
    const floor = await openPeople();
    const { operations, people } = await read(floor);
    expect(operations).toEqual(
      [
        ["Étape 10", 1, 0, 1, true],
        ["Étape 20", 1, 1, 1, true],
        ["Étape 30", 1, 0, 0, true],
        ["Étape 40", 2, 0, 0, false],
      ].map(([operation, alone, teachers, learning, isToPassOn]) => ({
        ...{ operation, isInUse: true, alone, teachers, learning, isToPassOn },
      })),
    );
    expect(people).toEqual([
      { operatorId: "fleur", name: "Fleur", pictogram: null, levels: [3, 4, 3, 3] },
      { operatorId: "luc", name: "Luc", pictogram: null, levels: [2, 1, null, null] },
      { operatorId: "noa", name: "Noa", pictogram: null, levels: [null, null, null, 3] },
    ]);
  });

  it("[PE2] change one at a time, and nothing else of the person", async () => {
    const floor = await openPeople();
    const body = { operatorId: "luc", operation: "Étape 10", level: 3 };
    const luc = async () => {
      const { operators } = await floor.send<{ operators: { id: string }[] }>("GET", "/operators");
      return operators.find(({ id }) => id === "luc");
    };
    const before = await luc();
    const [one] = await Promise.all([
      floor.put("/people/skills", body),
      floor.put("/people/skills", { ...body, operation: "Étape 30", level: 1 }),
    ]);
    expect([one.status, one.json]).toEqual([200, body]);
    const { people, operations } = await read(floor);
    expect(people[1]?.levels).toEqual([3, 1, 1, null]);
    expect(operations[0]).toMatchObject({ alone: 2, isToPassOn: false });
    const [was, is] = [before, await luc()].map((row) => ({ ...row, skills: null }));
    expect(is).toEqual(was);
  });

  it("[PE2] are taken away with level 0, and what no order has any more stays listed", async () => {
    const floor = await openPeople();
    await floor.put("/people/skills", { operatorId: "noa", operation: "Étape 40", level: 0 });
    await floor.put("/people/skills", { operatorId: "noa", operation: "Broderie", level: 4 });
    const { operations, people } = await read(floor);
    expect(operations.at(-1)).toMatchObject({ operation: "Broderie", isInUse: false });
    expect(people[2]?.levels).toEqual([null, null, null, null, 4]);
  });

  it("[PE1] are read and written with the admin token only, of somebody who is known", async () => {
    const floor = await openPeople();
    const body = { operatorId: "luc", operation: "Étape 10", level: 3 };
    expect((await floor.get("/api/v1/people/skills")).status).toBe(401);
    expect((await floor.ask("PUT", "/api/v1/people/skills", { body })).status).toBe(401);
    const unknown = await floor.put("/people/skills", { ...body, operatorId: "zoe" });
    expect(unknown).toMatchObject({ json: { code: "operator-unknown" } });
  });
});

describe("absences to come", () => {
  it("[PE1] are listed by day, with the admin token only", async () => {
    const floor = await openPeople();
    for (const [operatorId, day] of [
      ["luc", "2026-12-01"],
      ["noa", "2026-11-24"],
    ]) {
      await floor.put("/absences", { operatorId, day, isAbsent: true });
    }
    const path = "/api/v1/absences?from=2026-11-24";
    expect((await floor.get(path, ADMIN)).json).toEqual({
      absences: [
        { day: "2026-11-24", operatorId: "noa" },
        { day: "2026-12-01", operatorId: "luc" },
      ],
    });
    expect((await floor.get(path)).status).toBe(401);
    expect((await floor.get("/api/v1/absences?from=soon", ADMIN)).status).toBe(422);
  });
});
