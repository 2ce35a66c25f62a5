import { findBundle, readCode } from "./known-bundle.ts";
import type { StationState } from "./state.ts";

/** What the server says of a part that waits for the others. */
const MISSING = "join-missing-part";
/** Refusals that leave the other parts waiting: whoever holds the wrong one, or a bad ticket, fetches the right one. */
const WRONG_OTHER = new Set([
  "join-size",
  "join-colour",
  "join-shade",
  "join-fewer",
  "scan-unknown",
  "scan-unknown-near",
  "scan-ticket-void",
  "ticket-replaced",
]);

/** Codes to join when this one is scanned: those that wait and it; null when it goes with none of them. */
export function joinWith({ gathered, view }: StationState, text: string): string[] | null {
  const waiting = gathered.peek();
  const code = readCode(text);
  if (waiting.length === 0 || code === null || waiting.includes(code)) return null;
  const scanned = findBundle(view.peek(), text);
  const goesWith = waiting.every((other) => {
    const part = findBundle(view.peek(), other);
    if (scanned === null || part === null) return true;
    return scanned.part !== part.part && scanned.orderId === part.orderId;
  });
  return goesWith ? [...waiting, code] : null;
}

/** Remembers the parts that wait, by the server's word on what was scanned or joined last. */
export function gather({ gathered, answer }: StationState, texts: readonly string[]): void {
  const said = answer.peek();
  if (said?.kind !== "refused") gathered.value = [];
  else if (said.code === MISSING) gathered.value = texts.map((text) => readCode(text) ?? text);
  else if (said.act !== "join" || !WRONG_OTHER.has(said.code)) gathered.value = [];
}
