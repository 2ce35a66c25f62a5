import { type Static, Type } from "@fastify/type-provider-typebox";
import type { BalanceFault } from "../../balance/request.ts";
import type { Api, RouteDeps } from "../api.ts";
import { type Refusal, RefusalSchema, refuse } from "../refuse.ts";

const TASKS_MAX = 200;
const PEOPLE_MAX = 64;
/** About a week. */
const MINUTES_MAX = 10_000;
const SECONDS_MAX = 10;
/** All times of the largest line, with their digits. */
const BODY_BYTES_MAX = 512 * 1_024;

const Task = Type.Integer({ minimum: 0 });

const AskedSchema = Type.Object(
  {
    tasks: Type.Integer({
      minimum: 1,
      maximum: TASKS_MAX,
      description: "How many there are; they are numbered from 0",
    }),
    precedence: Type.Array(Type.Array(Task, { minItems: 2, maxItems: 2 }), {
      maxItems: TASKS_MAX * TASKS_MAX,
      description: "Pairs: the first task is done before the second",
    }),
    times: Type.Array(
      Type.Array(
        Type.Union([Type.Number({ minimum: 0, maximum: MINUTES_MAX }), Type.Null()], {
          description: "Minutes; null where the person can't",
        }),
      ),
      {
        minItems: 1,
        maxItems: PEOPLE_MAX,
        description: "Of each person, numbered from 0, the minutes of each task",
      },
    ),
    seconds: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: SECONDS_MAX,
        description: "To look for the best in; 1 if absent",
      }),
    ),
  },
  { additionalProperties: false },
);

const ProposalSchema = Type.Object({
  assignment: Type.Array(Task, { description: "Of each task, the person who does it" }),
  order: Type.Array(Type.Integer(), {
    description: "Everybody once, in the order of the line; who has no task comes last",
  }),
  slowest: Type.Number({ description: "Minutes for one piece of whoever works longest" }),
  exact: Type.Boolean({ description: "Whether no other proposal is faster, by proof" }),
});

/** Who does what today. It is computed from what is sent, and nothing is kept. */
export function routeBalance(app: Api, { balance }: RouteDeps): void {
  const schema = {
    summary: "Proposes who does what, when people differ and some can't do some tasks",
    tags: ["floor"],
    body: AskedSchema,
    response: { 200: ProposalSchema, "4xx": RefusalSchema, 503: RefusalSchema },
  };
  app.post("/api/v1/balance", { schema, bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const { seconds = 1, ...asked } = request.body;
    const said = await balance.propose(asked, seconds);
    if (said === null) return refuse(request, reply, { code: "balance-busy" });
    if ("code" in said) return refuse(request, reply, refusalOf(said, asked));
    return { ...said, assignment: [...said.assignment], order: [...said.order] };
  });
}

type Asked = Omit<Static<typeof AskedSchema>, "seconds">;

function refusalOf(fault: BalanceFault, { tasks, times }: Asked): Refusal {
  const { code } = fault;
  switch (code) {
    case "balance-row-length": {
      const { person } = fault;
      const blanks = { person, tasks, count: times[person]?.length ?? 0 };
      return { code, path: `/times/${person}`, blanks };
    }
    case "balance-task-unknown":
      return { code, path: `/precedence/${fault.pair}`, blanks: { last: tasks - 1 } };
    case "balance-nobody":
      return { code, path: "/times", blanks: { task: fault.task } };
    case "balance-circle":
      return { code, path: "/precedence" };
    case "balance-impossible":
    case "balance-not-found":
      return { code };
  }
}
