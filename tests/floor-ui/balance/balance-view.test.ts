import { describe, expect, it } from "vitest";
import type { BalanceLine } from "../../../floor-ui/src/data/desk/balance-rows.ts";
import type { DeskApi } from "../../../floor-ui/src/data/desk/desk-api.ts";
import {
  divisionView,
  firstChosen,
  problemOf,
} from "../../../floor-ui/src/pages/balance/balance-view.ts";
import {
  acceptedBody,
  askProposal,
  leftIdle,
  withTask,
} from "../../../floor-ui/src/pages/balance/draft.ts";

const TASKS = ["A", "B", "C"].map((code, index) => ({
  ...{ id: code, styleId: "POLO", code, label: { fr: code }, share: 1, shares: 1 },
  ...{ standardMinutes: 0.5, stationIds: [`S${index + 1}`] },
}));
const [A, B, C] = TASKS;

function member(operatorId: string, times: readonly (number | null)[], state = "present") {
  return { operatorId, name: operatorId, pictogram: null, state, stationId: null, times };
}

/** Fleur knows all, Luc A and B, Noa C; Noa is free. */
const LINE = {
  ...{ lineId: "L1", name: "Ligne 1", orders: [], absent: [], accepted: null },
  order: { orderId: "2026-1", name: "Polo", customer: "Lons" },
  tasks: TASKS,
  precedence: [
    [0, 1],
    [1, 2],
  ],
  people: [
    member("fleur", [0.5, 0.4, 0.3]),
    member("luc", [0.6, 0.5, null]),
    member("noa", [null, null, 0.3], "free"),
  ],
} as unknown as BalanceLine;
const DIVISION = [
  { operatorId: "luc", tasks: ["A", "B"] },
  { operatorId: "fleur", tasks: ["C"] },
];
const NAMES = new Map(LINE.people.map((person) => [person.operatorId, person]));

/** Answers every question in the same way, and keeps what was asked. */
function answering(value: object) {
  const asked: unknown[] = [];
  const write = (_method: string, _path: string, body: unknown) => {
    asked.push(body);
    return Promise.resolve({ ok: true, value });
  };
  return { asked, api: { write } as unknown as Pick<DeskApi, "write"> };
}

describe("who is counted on at first", () => {
  it("[J19] is who is there or expected, and everybody while nobody is", () => {
    const free = LINE.people.map((person) => ({ ...person, state: "free" as const }));

    expect([...firstChosen(LINE.people)]).toEqual(["fleur", "luc"]);
    expect([...firstChosen(free)]).toEqual(["fleur", "luc", "noa"]);
  });
});

describe("what a division looks like", () => {
  it("[J20] has each place in the order of the line, with what its people work on a piece", () => {
    const view = divisionView(LINE, DIVISION, NAMES);

    expect(view.duties).toMatchObject([
      { person: { name: "luc" }, stationIds: ["S1", "S2"], minutes: 1.1, isSlowest: true },
      { person: { name: "fleur" }, stationIds: ["S3"], minutes: 0.3, isSlowest: false },
    ]);
    // (1.1 + 0.3) / (2 × 1.1), and 60 / 1.1 pieces an hour.
    expect(view.slowest).toBeCloseTo(1.1, 12);
    expect(view.efficiency).toBeCloseTo(0.636, 3);
    expect(view.piecesPerHour).toBeCloseTo(54.55, 2);
    expect([view.shared, view.backwards]).toEqual([[], []]);
  });

  it("[J20] tells a bundle that goes back, and a station that two people have", () => {
    const tasks = [A, { ...B, stationIds: ["S1"] }, C] as typeof TASKS;
    const back = [
      { operatorId: "fleur", tasks: ["B", "C"] },
      { operatorId: "luc", tasks: ["A"] },
    ];
    const view = divisionView({ ...LINE, tasks }, back, NAMES);

    expect(view.shared).toEqual(["S1"]);
    expect(view.backwards.map(({ id }) => id)).toEqual(["B"]);
  });

  it("[J21] knows no minutes of somebody who is not there any more", () => {
    const left = problemOf(LINE, new Set(["fleur"]));
    const view = divisionView(left, DIVISION, NAMES);

    expect(view.duties.map(({ minutes, isSlowest }) => [minutes, isSlowest])).toEqual([
      [null, false],
      [0.3, true],
    ]);
  });
});

describe("a draft", () => {
  it("[J19] is asked for with the people who are counted on alone", async () => {
    const proposal = { assignment: [1, 1, 0], order: [1, 0], slowest: 1.1, exact: true };
    const { asked, api } = answering(proposal);

    const said = await askProposal(api, LINE, new Set(["fleur", "luc"]));

    expect(asked).toEqual([
      {
        tasks: 3,
        precedence: LINE.precedence,
        times: [
          [0.5, 0.4, 0.3],
          [0.6, 0.5, null],
        ],
        seconds: 2,
      },
    ]);
    // Evened out: B takes Fleur 0.4 min, so that she works 0.7 and Luc 0.6.
    expect(said).toEqual({
      kind: "draft",
      draft: {
        isExact: true,
        division: [
          { operatorId: "luc", tasks: ["A"] },
          { operatorId: "fleur", tasks: ["B", "C"] },
        ],
      },
    });
  });

  it("[J21] is not asked for where nobody is left, or nobody knows an operation", async () => {
    const { asked, api } = answering({});

    expect(await askProposal(api, LINE, new Set())).toEqual({ kind: "nobody" });
    expect(await askProposal(api, LINE, new Set(["luc"]))).toEqual({
      kind: "unknown",
      tasks: ["C"],
    });
    expect(asked).toEqual([]);
  });

  it("[J20] takes in whoever gets a task, and sends nobody who is gone and has none", () => {
    const draft = withTask(LINE, DIVISION, { task: "C", to: "noa" });
    const gone = [...draft.division, { operatorId: "eve", tasks: [] }];

    expect(draft).toMatchObject({ isExact: null });
    expect(acceptedBody(LINE, { ...draft, division: gone })).toEqual({
      orderId: "2026-1",
      people: [
        { operatorId: "luc", tasks: ["A", "B"] },
        { operatorId: "fleur", tasks: [] },
        { operatorId: "noa", tasks: ["C"] },
      ],
    });
  });
});

describe("an operation that is given to somebody else", () => {
  it("[J20] leaves whoever had nothing else without work, and nobody who had more", () => {
    const given = (task: string, to: string) =>
      leftIdle(DIVISION, withTask(LINE, DIVISION, { task, to }).division);
    expect([given("C", "noa"), given("B", "fleur")]).toEqual([["fleur"], []]);
  });
});
