import type { BundleCard, StationView, Words } from "@trame/shared";
import type { Core } from "./core.ts";
import { findBundle, readCode } from "./known-bundle.ts";
import type { ShownAnswer, Together } from "./model.ts";
import type { Gathering, StationState } from "./state.ts";

/** What the server says of a part that waits for the others. */
export const MISSING = "join-missing-part";
/** Whoever scanned a part so long ago has put it aside. ms */
const WAITS_MS = 600_000;
/** Refusals that leave the other parts waiting: whoever holds the wrong one, or a bad ticket, fetches the right one. */
const WRONG_OTHER = new Set([
  "join-size",
  "join-colour",
  "join-shade",
  "join-fewer",
  "join-same-part",
  "scan-not-yet",
  "scan-not-yet-unplaced",
  "scan-open-elsewhere",
  "scan-unknown",
  "scan-unknown-near",
  "scan-ticket-void",
  "ticket-replaced",
]);

const NONE: Gathering = { codes: [], at: 0 };

/** Lets go of parts that wait since too long. */
export function letGo(core: Core): void {
  const { codes, at } = core.state.gathering.peek();
  if (codes.length > 0 && core.deps.now() - at > WAITS_MS) keep(core, []);
}

/** Nothing waits any more. */
export function forget(core: Core): void {
  keep(core, []);
}

/** Codes to join when this one is scanned: those that wait and it; null when it goes with none of them. */
export function joinWith(core: Core, text: string): string[] | null {
  letGo(core);
  const { gathering, view, connection } = core.state;
  const waiting = gathering.peek().codes;
  const code = readCode(text);
  // The server says which of them do not match; where it is away they would be in conflict.
  const isAway = connection.peek() !== "connected";
  if (waiting.length === 0 || code === null || waiting.includes(code)) return null;
  const scanned = findBundle(view.peek(), text);
  const goesWith = waiting.every((other) => {
    const part = findBundle(view.peek(), other);
    if (scanned === null || part === null) return true;
    const isSameStyle = scanned.orderId === part.orderId && scanned.styleId === part.styleId;
    return scanned.part !== part.part && isSameStyle && (!isAway || isSameGoods(scanned, part));
  });
  return goesWith ? [...waiting, code] : null;
}

/** The bundle may have something else to be done here first: then the server is asked before it is joined. */
export function isSureToJoin({ state }: Core, text: string): boolean {
  const view = state.view.peek();
  const card = findBundle(view, text);
  if (view === null || card === null || view.joins === undefined) return true;
  const join = joinOf(view, card);
  return join !== undefined && card.next.every((code) => code === join.operation.code);
}

/**
 * A part that can do nothing here but wait for the others waits without a word to the server, which could only refuse it. False
 * when the tablet does not know that, or when it was the last.
 */
export function gatherKnown(core: Core, text: string): boolean {
  const { state } = core;
  const view = state.view.peek();
  const card = findBundle(view, text);
  const join = view === null || card === null ? undefined : joinOf(view, card);
  if (view === null || card === null || join === undefined) return false;
  const isFree = card.openAt === null && !card.isOutside && card.pieces > 0;
  const isOnlyHere =
    card.next.length > 0 && card.next.every((code) => code === join.operation.code);
  if (!isFree || !isOnlyHere) return false;
  const waiting = state.gathered.peek();
  const codes = waiting.includes(card.code) ? waiting : (joinWith(core, text) ?? [card.code]);
  const together = togetherOf(view, codes, card);
  if (together === null || together.missing.length === 0) return false;
  keep(core, codes);
  state.answer.value = {
    kind: "part",
    act: "scan",
    key: null,
    code: MISSING,
    message: null,
    text,
    bundle: card,
    operation: join.operation,
    newCodes: [],
    nearest: [],
    together,
  };
  return true;
}

/** Remembers the parts that wait, by the server's word on what was scanned or joined last. */
export function gather(core: Core, texts: readonly string[]): void {
  const { answer, gathering, view } = core.state;
  const said = answer.peek();
  if (said?.kind === "part") {
    const codes = texts.map((text) => readCode(text) ?? text);
    const isKnown = codes.length === 1 && gathering.peek().codes.includes(codes[0] ?? "");
    keep(core, isKnown ? gathering.peek().codes : codes);
    const waiting = gathering.peek().codes;
    answer.value = { ...said, together: togetherOf(view.peek(), waiting, said.bundle) };
  } else if (said?.kind !== "refused" || said.act !== "join" || !WRONG_OTHER.has(said.code)) {
    keep(core, []);
  }
}

/** What the counter's reader read: the server joins what it reads next, and so does the tablet. */
export function gatherRead(state: StationState, said: ShownAnswer, now: number): void {
  const { gathering, view } = state;
  const isScan = said.act === "scan" || said.act === "join";
  if (isScan && said.kind === "part" && said.bundle !== null) {
    const before = gathering.peek().codes;
    const { code } = said.bundle;
    gathering.value = { codes: before.includes(code) ? before : [code], at: now };
    state.answer.value = { ...said, together: togetherOf(view.peek(), [code], said.bundle) };
  } else if (isScan && said.kind === "accepted") {
    gathering.value = NONE;
  }
}

function isSameGoods(a: BundleCard, b: BundleCard): boolean {
  return a.size === b.size && a.colour === b.colour && a.shade === b.shade;
}

function keep({ state, deps }: Core, codes: readonly string[]): void {
  if (codes.length === 0 && state.gathering.peek().codes.length === 0) return;
  state.gathering.value = codes.length === 0 ? NONE : { codes, at: deps.now() };
  deps.storage.remember({ gathering: state.gathering.peek() }).catch(() => {});
}

function joinOf({ joins = [] }: StationView, card: BundleCard) {
  return joins.find(
    ({ orderId, styleId, operation, parts }) =>
      orderId === card.orderId &&
      styleId === card.styleId &&
      card.next.includes(operation.code) &&
      parts.some(({ code }) => code === card.part),
  );
}

/** The parts by name, those that wait and those that are missing; null where the tablet does not know them. */
function togetherOf(
  view: StationView | null,
  codes: readonly string[],
  scanned: BundleCard | null,
): Together | null {
  const cards = codes.map((code) => (scanned?.code === code ? scanned : findBundle(view, code)));
  const [first] = cards;
  if (view === null || first == null) return null;
  const join = joinOf(view, first);
  if (join === undefined) return null;
  const isThere = ({ code }: { readonly code: string | null }) =>
    cards.some((card) => card?.part === code);
  const labels = (parts: typeof join.parts): Words[] => parts.map(({ label }) => label);
  return {
    here: labels(join.parts.filter(isThere)),
    missing: labels(join.parts.filter((part) => !isThere(part))),
  };
}
