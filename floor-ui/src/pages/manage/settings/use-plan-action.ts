import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Outcome, useAction } from "../../../data/desk/use-action.ts";
import type { LeftPlan } from "../../../data/settings/carry.ts";
import { editPlan } from "../../../data/settings/edit-plan.ts";

/** One edit of the plan at a tap, and what came of it. */
export interface PlanAction {
  readonly isBusy: boolean;
  readonly outcome: Outcome | null;
  /** Plans recorded for later that are without it. */
  readonly left: readonly LeftPlan[];
  /** Whether it was taken; `text` is said then. */
  run(edit: (plan: Plan) => Plan, text: string): Promise<boolean>;
}

export function usePlanAction(): PlanAction {
  const { api } = useDesk();
  const { isBusy, outcome, run } = useAction();
  const [left, setLeft] = useState<readonly LeftPlan[]>([]);
  return {
    isBusy,
    outcome,
    left,
    async run(edit, text) {
      const edited = await run(editPlan(api, edit), text);
      setLeft(edited?.left ?? []);
      return edited !== null;
    },
  };
}
