import {
  backwardTasks,
  type Division,
  divisionFaults,
  divisionOf,
  dutyMinutes,
  evenOut,
  giveTask,
  type LineProblem,
  seatsOf,
  slowestMinutes,
  timesOf,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

/** Three operations in a row; Fleur is as quick as the routing says, Luc learns B, Noa knows only C. */
const TASKS = [
  { code: "A", standardMinutes: 0.5, stationIds: ["S1"] },
  { code: "B", standardMinutes: 0.4, stationIds: ["S2"] },
  { code: "C", standardMinutes: 0.3, stationIds: ["S2", "S3"] },
].map((task) => ({
  ...task,
  ...{ id: `POLO/${task.code}`, styleId: "POLO", label: { fr: task.code }, share: 1, shares: 1 },
}));
const [A, B, C] = ["POLO/A", "POLO/B", "POLO/C"] as const;
const SKILLS = {
  fleur: [3, 3, 3],
  luc: [3, 1, null],
  noa: [null, null, 4],
} as const;

const PROBLEM: LineProblem = {
  tasks: TASKS,
  precedence: [
    [0, 1],
    [1, 2],
  ],
  people: Object.entries(SKILLS).map(([operatorId, levels]) => ({
    operatorId,
    times: timesOf(TASKS, {
      skills: levels.flatMap((level, index) =>
        level === null ? [] : [{ operation: TASKS[index]!.code, level }],
      ),
    }),
  })),
};

/** Luc A 0.5, Fleur B 0.4, Noa C 0.3. */
const DIVISION: Division = [
  { operatorId: "luc", tasks: [A] },
  { operatorId: "fleur", tasks: [B] },
  { operatorId: "noa", tasks: [C] },
];

describe("the problem of a line", () => {
  it("[PS3] has the minutes of each person and task, null where they can't", () => {
    expect(PROBLEM.people).toEqual([
      { operatorId: "fleur", times: [0.5, 0.4, 0.3] },
      { operatorId: "luc", times: [0.5, 0.8, null] },
      { operatorId: "noa", times: [null, null, 0.3] },
    ]);
  });
});

describe("a division", () => {
  it("[PS4] says by name what a proposal says by number, in the order of the line", () => {
    expect(divisionOf(PROBLEM, { assignment: [1, 0, 2], order: [1, 0, 2] })).toEqual(DIVISION);
  });

  it("[PS4] takes as long as whoever works longest on a piece", () => {
    const both = giveTask(PROBLEM, DIVISION, { task: C, to: "fleur" });

    expect(DIVISION.map((duty) => dutyMinutes(PROBLEM, duty))).toEqual([0.5, 0.4, 0.3]);
    expect(slowestMinutes(PROBLEM, DIVISION)).toBe(0.5);
    expect(both.map(({ tasks }) => tasks)).toEqual([[A], [B, C], []]);
    expect(slowestMinutes(PROBLEM, both)).toBeCloseTo(0.7, 12);
  });

  it("[PS5] gives nobody what they can't do, and each task once", () => {
    const wrong: Division = [
      { operatorId: "luc", tasks: [A, C] },
      { operatorId: "luc", tasks: [A] },
      { operatorId: "eve", tasks: ["POLO/Z"] },
    ];

    expect(divisionFaults(PROBLEM, DIVISION)).toEqual([]);
    expect(divisionFaults(PROBLEM, wrong)).toEqual([
      { kind: "person-twice", operatorId: "luc" },
      { kind: "person-unknown", operatorId: "eve" },
      { kind: "cannot", task: C, operatorId: "luc" },
      { kind: "task-twice", task: A },
      { kind: "task-unknown", task: "POLO/Z" },
      { kind: "task-missing", task: B },
    ]);
  });

  it("[PS6] tells which bundles would go back along the line", () => {
    expect(backwardTasks(PROBLEM, DIVISION)).toEqual([]);
    expect(backwardTasks(PROBLEM, DIVISION.toReversed())).toEqual([B, C]);
  });

  it("[PS7] seats each person at stations that do their tasks, alone where there are enough", () => {
    expect(seatsOf(TASKS, DIVISION)).toEqual([
      { operatorId: "luc", stationIds: ["S1"] },
      { operatorId: "fleur", stationIds: ["S2"] },
      { operatorId: "noa", stationIds: ["S3"] },
    ]);
  });

  it("[PS7] keeps a person at the station they have, and shares one where there is no other", () => {
    const shared: Division = [
      { operatorId: "luc", tasks: [A] },
      { operatorId: "noa", tasks: [B, C] },
      { operatorId: "fleur", tasks: [A] },
      { operatorId: "eve", tasks: [] },
    ];
    expect(seatsOf(TASKS, shared).map(({ stationIds }) => stationIds)).toEqual([
      ["S1"],
      ["S2"],
      ["S1"],
      [],
    ]);
  });
});

describe("evening out", () => {
  it("[PS17] lightens people who are not the slowest, without a bundle that goes back", () => {
    // Fleur works 0.9 min; Luc, who stands before her, can take A from her, not B.
    const uneven: Division = [
      { operatorId: "luc", tasks: [] },
      { operatorId: "fleur", tasks: [A, B] },
      { operatorId: "noa", tasks: [C] },
    ];
    expect(evenOut(PROBLEM, uneven)).toEqual(DIVISION);
    const behind: Division = [
      { operatorId: "fleur", tasks: [A, B] },
      { operatorId: "luc", tasks: [] },
      { operatorId: "noa", tasks: [C] },
    ];
    // B takes Luc 0.8 min, less than Fleur's 0.9.
    expect(evenOut(PROBLEM, behind).map(({ tasks }) => tasks)).toEqual([[A], [B], [C]]);
  });

  it("[PS17] leaves alone what nobody could do sooner", () => {
    expect(evenOut(PROBLEM, DIVISION)).toEqual(DIVISION);
  });
});
