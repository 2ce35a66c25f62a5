import { describe, expect, it } from "vitest";
import { createKnownLine } from "../../../scripts/bench/balance-lines.ts";
import type { Proposal } from "../../../server/src/balance/request.ts";
import { faultsOf } from "../balance/support/check-proposal.ts";
import { type Answer, openHttp } from "./support/open-http.ts";

const URL = "/api/v1/balance";
const ASKED = {
  tasks: 3,
  precedence: [
    [0, 2],
    [1, 2],
  ],
  times: [
    [0.5, null, 0.4],
    [0.3, 0.6, 0.9],
  ],
};

async function ask(body: object | string, language?: string): Promise<Answer> {
  const http = await openHttp();
  return http.ask("POST", URL, { body, ...(language !== undefined && { language }) });
}

describe("POST /api/v1/balance", () => {
  it("[Z7] proposes who does what, without a token", async () => {
    expect(await ask(ASKED)).toMatchObject({
      status: 200,
      json: { assignment: [1, 1, 0], order: [1, 0], slowest: 0.9, exact: true },
    });
  });

  it("[Z3] answers within the seconds given", async () => {
    const http = await openHttp();
    const { request } = createKnownLine({ tasks: 75, people: 19, kind: "unable", seed: 1 });
    await http.ask("POST", URL, { body: ASKED });
    const asked = performance.now();
    const { status, json } = await http.ask("POST", URL, { body: { ...request, seconds: 2 } });
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(status).toBe(200);
    expect(faultsOf(request, json as Proposal)).toEqual([]);
    expect(json).toMatchObject({ exact: false });
  });

  it("[Z9] refuses what can't be, with where it is", async () => {
    const http = await openHttp();
    const cases = [
      [
        {
          times: [
            [0.5, null],
            [0.3, 0.6, 0.9],
          ],
        },
        "balance-row-length",
        "/times/0",
      ],
      [
        {
          precedence: [
            [0, 2],
            [1, 3],
          ],
        },
        "balance-task-unknown",
        "/precedence/1",
      ],
      [
        {
          times: [
            [0.5, null, 0.4],
            [0.3, null, 0.9],
          ],
        },
        "balance-nobody",
        "/times",
      ],
      [
        {
          precedence: [
            [0, 2],
            [2, 1],
            [1, 0],
          ],
        },
        "balance-circle",
        "/precedence",
      ],
      [{ precedence: [[1, 1]] }, "balance-circle", "/precedence"],
      [{ precedence: [[1]] }, "list-too-short", "/precedence/0"],
      [{ times: [] }, "list-too-short", "/times"],
      [{ times: [[0.5, -1, 0.4]] }, "number-too-small", "/times/0/1"],
      [{ times: [[0.5, "1", 0.4]] }, "value-not-number", "/times/0/1"],
      [{ tasks: 0 }, "number-too-small", "/tasks"],
      [{ tasks: 201 }, "number-too-large", "/tasks"],
      [{ times: Array.from({ length: 65 }, () => [1, 1, 1]) }, "list-too-long", "/times"],
      [{ seconds: 0 }, "number-not-above", "/seconds"],
      [{ seconds: 10.5 }, "number-too-large", "/seconds"],
      [{ people: 2 }, "value-unknown", "/people"],
    ];
    for (const [change, code, path] of cases) {
      const answer = await http.ask("POST", URL, { body: Object.assign({ ...ASKED }, change) });
      expect(answer).toMatchObject({ status: 422, json: { code, path } });
    }
  });

  it("[Z9] says when what people can do leaves no way, in the language asked for", async () => {
    // Each can do what the other must have done before.
    const times = [
      [1, null, 1, null],
      [null, 1, null, 1],
    ];
    const precedence = [
      [0, 1],
      [1, 2],
    ];
    expect(await ask({ tasks: 4, precedence, times }, "en")).toMatchObject({
      status: 422,
      json: {
        code: "balance-impossible",
        message:
          "No proposal is possible: with what each person can do, the order of the tasks can't be kept.",
      },
    });
  });

  it("[Z8] says so when too many wait already", async () => {
    const http = await openHttp();
    const asked = Array.from({ length: 5 }, () => http.ask("POST", URL, { body: ASKED }));
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 503]);
    expect(answers[4]?.json).toMatchObject({ code: "balance-busy" });
  });

  it("[Z9] takes the largest line that it allows", async () => {
    const row = Array.from({ length: 200 }, (_, task) => 1.01 + task);
    const times = Array.from({ length: 64 }, () => row);
    const precedence = row.slice(1).map((_, task) => [task, task + 1]);
    const answer = await ask({ tasks: 200, precedence, times, seconds: 2 });
    expect(answer.status).toBe(200);
    expect(faultsOf({ tasks: 200, precedence, times }, answer.json as Proposal)).toEqual([]);
  });
});
