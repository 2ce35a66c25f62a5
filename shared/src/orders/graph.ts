/** A step and the codes of those that come before it. */
export interface Step {
  readonly code: string;
  readonly after: readonly string[];
}

/**
 * The steps in an order in which they can be done: each after all of its `after`, and as listed where that leaves a choice.
 * Steps that can never begin, since they wait for themselves or for one that does, are left out. A predecessor that is no
 * step holds nothing up.
 */
export function inOrder<S extends Step>(steps: readonly S[]): S[] {
  const known = new Set(steps.map((step) => step.code));
  const done = new Set<string>();
  const ordered: S[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const next = left.find(({ after }) =>
      after.every((code) => done.has(code) || !known.has(code)),
    );
    if (next === undefined) return ordered;
    ordered.push(next);
    done.add(next.code);
    left = left.filter((step) => step !== next);
  }
  return ordered;
}

/** Steps that nothing comes after. */
export function endsOf<S extends Step>(steps: readonly S[]): S[] {
  const followed = new Set(steps.flatMap((step) => step.after));
  return steps.filter((step) => !followed.has(step.code));
}

/** The codes of all that must come before a step, its own among them when it waits for itself. */
export function ancestorsOf(steps: readonly Step[], code: string): Set<string> {
  const byCode = new Map(steps.map((step) => [step.code, step]));
  const found = new Set<string>();
  const waiting = [...(byCode.get(code)?.after ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(byCode.get(next)?.after ?? []));
  }
  return found;
}
