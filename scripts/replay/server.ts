import type { Board, Plan } from "@trame/shared";
import type { CountsAnswer } from "./compare.ts";
import { type Mark, markOf } from "./plans.ts";

/** Later than any plan that somebody records. */
const FAR_FUTURE = "9999-12-31T00:00:00Z";

/**
 * The replay that a server carries already; null for one without a plan.
 * @throws one sentence when a plan is not that of a replay: those of a workshop are not ours to touch
 */
export async function findReplay(server: string): Promise<Mark | null> {
  const now = new Date().toISOString();
  const plans = [await readPlan(server, now), await readPlan(server, FAR_FUTURE)];
  const [mark = null] = plans
    .filter((plan) => plan !== null)
    .map((plan) => {
      const found = markOf(plan);
      if (found !== null) return found;
      throw new Error(
        `Ce serveur porte le plan « ${plan.workshop.name} », qu'aucun rejeu n'a fait : rien n'y est joué.`,
      );
    });
  return mark;
}

/** Reads what the product counted on a working day. */
export async function readCounts(server: string, day: string): Promise<CountsAnswer> {
  return (await ask(server, `/api/v1/counts?day=${day}`)) as CountsAnswer;
}

/** Counters whose past the product is folding again: until there are none its figures may still change. */
export async function readRecomputing(server: string): Promise<number> {
  return ((await ask(server, "/api/v1/board")) as Pick<Board, "recomputing">).recomputing;
}

/** The plan in force at a moment; null when there is none. */
async function readPlan(server: string, at: string): Promise<Plan | null> {
  return (await ask(server, `/api/v1/plan?at=${at}`)) as Plan | null;
}

/** The answer, null for what there is not. */
async function ask(server: string, path: string): Promise<unknown> {
  const url = new URL(path, server);
  const response = await fetch(url, { headers: { "accept-language": "fr" } }).catch(() => {
    throw new Error(`Aucun serveur ne répond à ${url.origin}.`);
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url.href} répond ${response.status}.`);
  return response.json();
}
