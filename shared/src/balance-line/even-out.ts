import type { Division, LineProblem } from "./division.ts";

/** Less is no difference: sums of decimals differ by their order. min */
const NO_DIFFERENCE = 1e-9;

/**
 * Lightens the load of people who are not the slowest: a proposal only sees to the one who works longest. As long as it helps, a task
 * goes to somebody whose load then stays below what the giver's was. The order of people stays, no bundle goes back, and nobody
 * gets what they can't do; so the line is never slower.
 */
export function evenOut(problem: LineProblem, division: Division): Division {
  const line = createLoads(problem, division);
  while (problem.tasks.some((_, task) => line.lighten(task)));
  return division.map(({ operatorId }, place) => ({
    operatorId,
    tasks: problem.tasks.filter((_, task) => line.placeOf[task] === place).map(({ id }) => id),
  }));
}

/** Loads by place in the order of people, and the place of each task; -1 for one that nobody has. */
function createLoads({ tasks, precedence, people }: LineProblem, division: Division) {
  const rows = division.map(
    ({ operatorId }) => people.find((person) => person.operatorId === operatorId)?.times ?? [],
  );
  const placeOf = tasks.map(({ id }) => division.findIndex((duty) => duty.tasks.includes(id)));
  const minutesAt = (task: number, place: number): number | null => rows[place]?.[task] ?? null;
  const loads = rows.map((_, place) =>
    placeOf.reduce(
      (sum, own, task) => sum + (own === place ? (minutesAt(task, place) ?? 0) : 0),
      0,
    ),
  );

  /** Between whoever does what comes before and whoever does what comes after. */
  function placesFor(task: number): number[] {
    const before = precedence.filter(([, after]) => after === task).map(([each]) => placeOf[each]);
    const after = precedence.filter(([each]) => each === task).map(([, each]) => placeOf[each]);
    const first = Math.max(0, ...before.map((place) => place ?? 0));
    const last = Math.min(rows.length - 1, ...after.map((place) => place ?? 0));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  }

  /** Gives a task to whoever of those who may have it is then the least loaded; whether that helped. */
  function lighten(task: number): boolean {
    const from = placeOf[task] ?? -1;
    const load = loads[from];
    const own = minutesAt(task, from);
    if (load === undefined || own === null) return false;
    const offers = placesFor(task).flatMap((place) => {
      const minutes = minutesAt(task, place);
      if (place === from || minutes === null) return [];
      return [{ place, load: (loads[place] ?? 0) + minutes }];
    });
    const best = offers.toSorted((a, b) => a.load - b.load)[0];
    if (best === undefined || best.load >= load - NO_DIFFERENCE) return false;
    placeOf[task] = best.place;
    loads[from] = load - own;
    loads[best.place] = best.load;
    return true;
  }

  return { placeOf, lighten };
}
