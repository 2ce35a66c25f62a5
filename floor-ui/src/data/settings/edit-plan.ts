import type { Plan } from "@trame/shared";
import type { DeskAnswer, DeskApi, Whole } from "../desk/desk-api.ts";

const PLAN = "/api/v1/plan";
const CHANGED_MEANWHILE = 412;
/** Two people who press at once: each of them is served in the end. */
const TRIES = 3;

/**
 * Does one edit to the plan as it is now, from now on: it is read first, and where somebody else writes in between it is
 * read and done again, so that nothing of theirs is lost.
 */
export async function editPlan(
  api: Pick<DeskApi, "readWhole" | "replace">,
  edit: (plan: Plan) => Plan,
): Promise<DeskAnswer<Whole<unknown>>> {
  for (let tried = 1; ; tried += 1) {
    const read = await api.readWhole<Plan>(PLAN);
    if (!read.ok) return read;
    const { value, version } = read.value;
    const answer = await api.replace<unknown>(PLAN, { value: edit(value), version });
    if (answer.ok || answer.status !== CHANGED_MEANWHILE || tried === TRIES) return answer;
  }
}
