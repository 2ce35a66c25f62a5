import { divisionOf, type LineProblem } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type LineJson, openPeople, type PeopleFloor } from "./people-http.ts";

const URL = "/balance/line?line=L1";
const TASKS = ["POLO/10", "POLO/20", "POLO/30", "POLO/40"];

/** Luc the first two, Fleur the third, Noa the last. */
const ACCEPTED = [
  { operatorId: "luc", tasks: ["POLO/10", "POLO/20"] },
  { operatorId: "fleur", tasks: ["POLO/30"] },
  { operatorId: "noa", tasks: ["POLO/40"] },
];

function accept(floor: PeopleFloor, people: object = ACCEPTED) {
  return floor.put(URL, { orderId: floor.orderId, people });
}

describe("a line's day", () => {
  it("[PS1] [PS3] is the order's operations with the minutes of whoever is there or could come", async () => {
    const floor = await openPeople();
    await floor.badge("fleur", "S03");
    await floor.put("/postings", { operatorId: "noa", stationId: "S04" });

    const line = await floor.line();

    expect(line).toMatchObject({ order: { orderId: floor.orderId }, absent: [], accepted: null });
    expect(line.tasks.map(({ id }) => id)).toEqual(TASKS);
    expect(line.precedence).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    // 0.5 min: Luc needs help for the first (0.5 / 0.75) and learns the second (0.5 / 0.5).
    expect(line.people).toEqual([
      person("fleur", { state: "present", stationId: "S03", times: [0.5, 0.5, 0.5, 0.5] }),
      person("luc", { state: "free", stationId: null, times: [0.5 / 0.75, 1, null, null] }),
      person("noa", { state: "expected", stationId: "S04", times: [null, null, null, 0.5] }),
    ]);
  });

  it("[PS14] asked about as it is, gets a proposal that can be accepted as it is", async () => {
    const floor = await openPeople();
    const line = await floor.line();
    const asked = {
      tasks: line.tasks.length,
      precedence: line.precedence,
      times: line.people.map(({ times }) => times),
    };
    const proposal = await floor.send<{ assignment: number[]; order: number[] }>(
      "POST",
      "/balance",
      asked,
    );
    const people = divisionOf(line as unknown as LineProblem, proposal);

    expect(await accept(floor, people)).toMatchObject({ status: 200 });
    expect((await floor.line()).accepted).toMatchObject({ isStale: false, people });
  });

  it("[PS1] has no tasks while nothing is sewn there, and says which orders it could sew", async () => {
    const floor = await openPeople({ state: "prepared" });

    expect(await floor.line()).toMatchObject({ order: null, orders: [], tasks: [] });
    const answers = await Promise.all(
      ["?line=L9", "?line=L1&order=2026-9"].map((query) => floor.line(query)),
    );
    expect(answers).toMatchObject([{ code: "line-unknown" }, { code: "order-unknown" }]);
  });
});

describe("an accepted proposal", () => {
  it("[PS14] sends its people to their stations, whatever was said of them before", async () => {
    const floor = await openPeople();
    await floor.put("/postings", { operatorId: "luc", stationId: "S04" });

    const told = await accept(floor);
    const { stations } = await floor.presence();

    expect(told).toMatchObject({ status: 200, json: { accepted: { isStale: false } } });
    expect((await floor.line()).accepted?.people).toMatchObject([
      { name: "Luc", stationIds: ["S01", "S02"] },
      { name: "Fleur", stationIds: ["S03"] },
      { name: "Noa", stationIds: ["S04"] },
    ]);
    expect(stations.map(({ expected }) => expected.map(({ name }) => name))).toEqual([
      ["Luc"],
      [],
      ["Fleur"],
      ["Noa"],
    ]);
  });

  const staleness = async (floor: PeopleFloor): Promise<Partial<LineJson["accepted"]>> => {
    const { isStale, missing, came, hasOtherTasks } = (await floor.line()).accepted ?? {};
    const names = (people: readonly { name: string }[] = []) => people.map(({ name }) => name);
    return { isStale, missing: names(missing), came: names(came), hasOtherTasks } as never;
  };
  const FRESH = { isStale: false, missing: [], came: [], hasOtherTasks: false };

  it("[PS15] is stale while somebody of it is away or elsewhere", async () => {
    const floor = await openPeople();
    await accept(floor);
    expect(await staleness(floor)).toEqual(FRESH);
    await floor.put("/absences", { operatorId: "fleur", isAbsent: true });
    expect(await staleness(floor)).toEqual({ ...FRESH, isStale: true, missing: ["Fleur"] });
    await floor.put("/absences", { operatorId: "fleur", isAbsent: false });
    expect(await staleness(floor)).toEqual(FRESH);
    await floor.put("/postings", { operatorId: "noa", stationId: null });
    expect(await staleness(floor)).toEqual({ ...FRESH, isStale: true, missing: ["Noa"] });
  });

  it("[PS15] is stale once somebody came", async () => {
    const floor = await openPeople();
    const alone = [{ operatorId: "fleur", tasks: TASKS }];
    await accept(floor, alone);
    expect(await staleness(floor)).toEqual(FRESH);
    await floor.badge("noa", "S04");
    expect(await staleness(floor)).toEqual({ ...FRESH, isStale: true, came: ["Noa"] });
  });

  it("[PS15] is stale once the line has other stations", async () => {
    const floor = await openPeople();
    await accept(floor);
    const [version] = await floor.store.plans();
    const lines = version!.plan.lines.map((line) => ({
      ...line,
      stations: line.stations.slice(1),
    }));
    await floor.putPlan({ ...version!.plan, lines }, "2026-11-23T07:59:00+01:00");
    expect(await staleness(floor)).toMatchObject({ isStale: true, hasOtherTasks: true });
  });

  it.each([
    [
      "balance-cannot",
      409,
      [...ACCEPTED.slice(0, 1), { operatorId: "noa", tasks: ["POLO/30", "POLO/40"] }],
    ],
    ["balance-task-missing", 409, ACCEPTED.slice(0, 2)],
    [
      "balance-task-twice",
      422,
      [...ACCEPTED.slice(1), { operatorId: "luc", tasks: ["POLO/10", "POLO/10", "POLO/20"] }],
    ],
    ["balance-tasks-changed", 409, [{ operatorId: "fleur", tasks: ["POLO/99"] }]],
    ["balance-person-twice", 422, [...ACCEPTED, { operatorId: "luc", tasks: [] }]],
    ["balance-person-elsewhere", 409, [...ACCEPTED, { operatorId: "eve", tasks: [] }]],
  ])(
    "[PS5] with a fault is refused with %s, and what was accepted before stays",
    async (code, status, people) => {
      const floor = await openPeople();
      await accept(floor);
      const before = (await floor.line()).accepted;

      expect(await accept(floor, people)).toMatchObject({
        status,
        json: { code, path: "/people" },
      });
      expect((await floor.line()).accepted).toEqual(before);
    },
  );

  it("[PS5] names the person and the operation in the refusal", async () => {
    const floor = await openPeople();
    const people = [{ operatorId: "noa", tasks: ["POLO/10"] }];

    const { json } = await accept(floor, people);

    expect((json as { message: string }).message).toMatch(/^Noa n’a pas «\u00a0Étape 10\u00a0»/);
  });

  it("[PS5] can't have somebody who is away", async () => {
    const floor = await openPeople();
    await floor.put("/absences", { operatorId: "luc", isAbsent: true });

    expect(await accept(floor)).toMatchObject({ status: 409, json: { code: "posting-absent" } });
  });
});

function person(operatorId: string, fields: object) {
  const name = operatorId.replace(/^./, (first) => first.toUpperCase());
  return { operatorId, name, pictogram: null, ...fields };
}
