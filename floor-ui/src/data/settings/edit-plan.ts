import type { Plan } from "@trame/shared";
import type { DeskAnswer, DeskApi } from "../desk/desk-api.ts";
import { carriedInto, carryOn, type LeftPlan } from "./carry.ts";

const PLAN = "/api/v1/plan";
const CHANGED_MEANWHILE = 412;
/** Two people who press at once: each of them is served in the end. */
const TRIES = 3;

/** The plan has the edit; some that are recorded for later may be without it. */
export interface EditedPlan {
  readonly left: readonly LeftPlan[];
}

/**
 * Does one edit to the plan as it is now, from now on, and to those recorded for later: it is read first, and where
 * somebody else writes in between it is read and done again, so that nothing of theirs is lost.
 */
export async function editPlan(
  api: Pick<DeskApi, "read" | "readWhole" | "replace">,
  edit: (plan: Plan) => Plan,
): Promise<DeskAnswer<EditedPlan>> {
  for (let tried = 1; ; tried += 1) {
    const read = await api.readWhole<Plan>(PLAN);
    if (!read.ok) return read;
    const { value: base, version } = read.value;
    const edited = edit(base);
    const answer = await api.replace<unknown>(PLAN, { value: edited, version });
    if (answer.ok)
      return { ok: true, value: { left: await carryOn(api, FROM_NOW, { base, edited }) } };
    if (answer.status !== CHANGED_MEANWHILE || tried === TRIES) return answer;
  }
}

const FROM_NOW = {
  address: PLAN,
  day: null,
  dayOf: () => "",
  take: (plan: Plan) => plan,
  lay: ({ base, edited }: { readonly base: Plan; readonly edited: Plan }, later: Plan) =>
    carriedInto(base, edited, later),
} as const;
