import type { DeskFault } from "../desk/desk-api.ts";
import type { Outcome } from "../desk/use-action.ts";

/** What is wrong with what was sent, by its RFC 6901 pointer. */
export type Faults = ReadonlyMap<string, string>;

/** `tell` gives a fault the words of the page; null leaves it the server's. */
export function faultsOf(
  outcome: Outcome | null,
  tell: (code: string) => string | null = () => null,
): Faults {
  if (outcome?.kind !== "refused") return new Map();
  const { faults, body, message } = outcome.refusal;
  const path = body["path"];
  const all: readonly DeskFault[] =
    faults.length > 0 || typeof path !== "string" ? faults : [{ message, path }];
  return new Map(
    all.map(({ path: at = "", message: text, code = "" }) => [at, tell(code) ?? text]),
  );
}

/** Faults under a place, with the rest of their pointers. */
export function faultsUnder(faults: Faults, place: string): Faults {
  return new Map(
    [...faults]
      .filter(([path]) => path === place || path.startsWith(`${place}/`))
      .map(([path, text]) => [path.slice(place.length), text]),
  );
}
