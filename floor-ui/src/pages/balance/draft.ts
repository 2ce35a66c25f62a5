import { type Division, divisionOf, evenOut, giveTask } from "@trame/shared";
import type { BalanceLine, ProposalRow } from "../../data/desk/balance-rows.ts";
import type { DeskApi, DeskRefusal } from "../../data/desk/desk-api.ts";
import { problemOf, unknownTasks } from "./balance-view.ts";

/** Who does what, as it was proposed and perhaps changed; not accepted. */
export interface Draft {
  readonly division: Division;
  /** Whether no other is faster, by proof; null once a person changed it. */
  readonly isExact: boolean | null;
}

/** What came of asking for a proposal. */
export type Asked =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "nobody" }
  /** Operations that nobody of those who are counted on knows. */
  | { readonly kind: "unknown"; readonly tasks: readonly string[] }
  | { readonly kind: "refused"; readonly refusal: DeskRefusal };

/** How long the server may look for one. */
const SECONDS = 2;

/** Asks for a proposal for those who are counted on. */
export async function askProposal(
  api: Pick<DeskApi, "write">,
  line: BalanceLine,
  chosen: ReadonlySet<string>,
): Promise<Asked> {
  const problem = problemOf(line, chosen);
  if (problem.people.length === 0) return { kind: "nobody" };
  const unknown = unknownTasks(problem);
  if (unknown.length > 0) return { kind: "unknown", tasks: unknown.map(({ id }) => id) };
  const body = {
    tasks: problem.tasks.length,
    precedence: problem.precedence,
    times: problem.people.map(({ times }) => times),
    seconds: SECONDS,
  };
  const answer = await api.write<ProposalRow>("POST", "/api/v1/balance", body);
  if (!answer.ok) return { kind: "refused", refusal: answer };
  const division = evenOut(problem, divisionOf(problem, answer.value));
  return { kind: "draft", draft: { division, isExact: answer.value.exact } };
}

/** A draft in which somebody else has a task; who was not on the line comes last. */
export function withTask(
  line: BalanceLine,
  division: Division,
  move: { readonly task: string; readonly to: string },
): Draft {
  const isThere = division.some(({ operatorId }) => operatorId === move.to);
  const all = isThere ? division : [...division, { operatorId: move.to, tasks: [] }];
  return { division: giveTask(line, all, move), isExact: null };
}

/** Ids of those who had something to do before a change, and have nothing after it. */
export function leftIdle(before: Division, after: Division): string[] {
  const isBusy = (division: Division, id: string) =>
    division.some(({ operatorId, tasks }) => operatorId === id && tasks.length > 0);
  return before
    .map(({ operatorId }) => operatorId)
    .filter((id) => isBusy(before, id) && !isBusy(after, id));
}

/** What is sent when a draft is accepted: nobody who is not there any more and has nothing to do. */
export function acceptedBody(line: BalanceLine, { division }: Draft) {
  const here = new Set(line.people.map(({ operatorId }) => operatorId));
  const people = division.filter(
    ({ operatorId, tasks }) => here.has(operatorId) || tasks.length > 0,
  );
  return { orderId: line.order?.orderId ?? "", people };
}
