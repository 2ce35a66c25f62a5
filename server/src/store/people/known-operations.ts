import { bare, type NamedWork, type Plan, type Routing } from "@trame/shared";

/**
 * The operations that are done now, each once by its label: those of the plan's stations, then those of the routings in use. A skill may
 * be noted by the label or by a code.
 */
export function knownOperations(
  plan: Pick<Plan, "lines">,
  routings: readonly Routing[],
): NamedWork[] {
  const operations = routings.flatMap((routing) => routing.operations);
  const found = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  function add(label: string, names: readonly string[]): void {
    const key = bare(label);
    labels.set(key, labels.get(key) ?? label);
    const known = found.get(key) ?? new Set<string>([label]);
    for (const name of names) known.add(name);
    found.set(key, known);
  }
  for (const name of plan.lines.flatMap(({ stations }) => stations.flatMap(namesOf))) {
    const meant = operations.filter(
      ({ code, label }) => bare(code) === bare(name) || bare(label.fr) === bare(name),
    );
    if (meant.length === 0) add(name, []);
    for (const { code, label } of meant) add(label.fr, [code]);
  }
  for (const { code, label } of operations) add(label.fr, [code]);
  return [...found].map(([key, names]) => ({
    operation: labels.get(key) ?? key,
    names: [...names],
  }));
}

function namesOf(station: Plan["lines"][number]["stations"][number]): string[] {
  return [station.operation, ...(station.operations ?? [])];
}
