import { checkScenario } from "./check-scenario.ts";
import { findContradictions } from "./contradictions.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario, or one sentence for each fault. */
export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads a scenario from the text of its file. */
export function parseScenario(text: string): ParsedScenario {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [`Ce fichier n'est pas du JSON : ${(error as Error).message}`] };
  }
  const faults = checkScenario(value, "");
  if (faults.length > 0) return { ok: false, faults };
  // Every field was just looked at.
  const scenario = value as Scenario;
  const contradictions = findContradictions(scenario);
  return contradictions.length > 0 ? { ok: false, faults: contradictions } : { ok: true, scenario };
}
