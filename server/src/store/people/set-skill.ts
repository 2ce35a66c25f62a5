import { withLevel } from "@trame/shared";
import { type Answer, refused } from "../catalogue/answer.ts";
import type { BadgedOperator } from "../catalogue/operators.ts";
import { putCatalogue } from "../catalogue/put-catalogue.ts";
import type { Modules } from "../modules.ts";
import { operationsOf } from "./skills-read.ts";

/** Somebody knows an operation at another level than was noted. */
export interface SetSkill {
  readonly operatorId: string;
  /** As the matrix names it. */
  readonly operation: string;
  /** 0: not at all. */
  readonly level: number;
}

/** Changes one skill and nothing else of the person: two people who change two skills at once lose neither ([PE2]). */
export function setSkill(
  modules: Modules,
  { operatorId, operation, level }: SetSkill,
  now: number,
): Answer<null> {
  const { catalogue, stretches } = modules;
  const operator = catalogue.operators.find(operatorId);
  if (operator === null)
    return refused({
      code: "operator-unknown",
      path: "/operatorId",
      blanks: { id: operatorId },
    });
  const plan = stretches.timeline.planAt(now) ?? { lines: [] };
  const named = operationsOf(catalogue, plan, [operator]).find(
    (each) => each.operation === operation,
  );
  const skills = withLevel(operator, named ?? { operation, names: [operation] }, level);
  const { skills: _, ...rest } = operator;
  const changed: BadgedOperator = skills.length === 0 ? rest : { ...rest, skills };
  const answer = putCatalogue(modules, { operators: [changed] }, now);
  return answer.ok ? { ok: true, value: null } : answer;
}
