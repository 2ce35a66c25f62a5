import { duplicates, type Fault } from "./fault.ts";
import { ancestorsOf, inOrder, type Step } from "./graph.ts";

/** What can be wrong with steps that come after one another. */
export type StepFaultCode =
  | "operation-duplicate"
  | "predecessor-unknown"
  | "predecessor-duplicate"
  | "cycle"
  | "unreachable";

/**
 * What keeps steps from being done one after the other; `path` points to where their list is. `cycle`: a step that waits
 * for itself. `unreachable`: one that waits for such a step.
 */
export function findStepFaults(steps: readonly Step[], path: string): Fault<StepFaultCode>[] {
  const known = new Set(steps.map((step) => step.code));
  const reached = new Set(inOrder(steps));
  return [
    ...duplicates(
      steps.map((step, s) => ({ key: step.code, path: `${path}/${s}/code` })),
      "operation-duplicate",
    ),
    ...steps.flatMap((step, s) => predecessorFaults(step, known, `${path}/${s}/after`)),
    ...steps.flatMap((step, s) => {
      if (reached.has(step)) return [];
      const isCycle = ancestorsOf(steps, step.code).has(step.code);
      return [{ code: isCycle ? "cycle" : "unreachable", path: `${path}/${s}` } as const];
    }),
  ];
}

function predecessorFaults(
  { after }: Step,
  known: ReadonlySet<string>,
  path: string,
): Fault<StepFaultCode>[] {
  const entries = after.map((code, a) => ({ key: code, path: `${path}/${a}` }));
  return [
    ...entries
      .filter(({ key }) => !known.has(key))
      .map((entry) => ({ code: "predecessor-unknown" as const, path: entry.path })),
    ...duplicates(entries, "predecessor-duplicate"),
  ];
}
