import { type ActOrigin, type OpenBundle, type Outcome, parseBadge } from "@trame/shared";
import type { Core } from "./core.ts";
import { gather, gatherKnown, isSureToJoin, joinWith } from "./gather.ts";
import { findBundle, nearestKnown, readCode } from "./known-bundle.ts";
import { leftOf } from "./lay-cards.ts";
import type { FinishInput, Question, Reply } from "./model.ts";
import { type Submitted, submit } from "./submit.ts";

const KEY_DIGITS = 32;

/** Who, where, when. `at` is when the person did it, not when it was its turn. */
export function headOf({ deps, state }: Core, origin: ActOrigin, at = deps.now()) {
  const me = state.me.peek();
  // Somebody whose badge waits for the server goes by the key of that act, which is nobody's assignment.
  const isNamed = !state.acts.peek().some(({ act }) => act.body.key === me?.assignmentId);
  return {
    key: deps.drawHex(KEY_DIGITS),
    stationId: deps.stationId,
    at,
    origin,
    ...(me !== null && isNamed ? { assignmentId: me.assignmentId } : {}),
  };
}

type Head = ReturnType<typeof headOf>;

/** A ticket or a badge; joins what parts wait for it, asks when another bundle is open. */
export async function scan(core: Core, text: string, head: Head): Promise<void> {
  const { state } = core;
  state.question.value = null;
  if (parseBadge(text).ok) return badgeIn(core, text, head);
  const code = readCode(text);
  if (code === null && state.connection.peek() !== "connected") {
    state.answer.value = unreadable(core, text);
    return;
  }
  const parts = joinWith(core, text);
  if (parts !== null && isSureToJoin(core, text)) return joinPart(core, { parts, text }, head);
  const open = code === null ? null : openOf(core, head);
  const isOpenHere = state.view.peek()?.open.some((other) => other.code === code) === true;
  if (open !== null && !isOpenHere) {
    state.question.value = questionOf(core, open, { text, origin: head.origin });
    return;
  }
  await scanTicket(core, text, head);
}

async function scanTicket(core: Core, text: string, head: Head): Promise<void> {
  if (gatherKnown(core, text)) return;
  const parts = joinWith(core, text);
  await submit(core, { kind: "scan", body: { ...head, code: text } });
  const isPart = core.state.answer.peek()?.kind === "part";
  if (isPart && parts !== null) return join(core, parts, headOf(core, head.origin, head.at));
  gather(core, [text]);
}

/** A part that comes to those that wait; when it goes with none of them it is scanned by itself. */
async function joinPart(
  core: Core,
  { parts, text }: { readonly parts: readonly string[]; readonly text: string },
  head: Head,
): Promise<void> {
  if (gatherKnown(core, text)) return;
  await join(core, parts, head);
  const said = core.state.answer.peek();
  if (said?.kind !== "refused" || said.code !== "join-not-here") return;
  await submit(core, {
    kind: "scan",
    body: { ...headOf(core, head.origin, head.at), code: text },
  });
  gather(core, [text]);
}

function questionOf(
  { state }: Core,
  open: OpenBundle,
  asked: Pick<Question, "text" | "origin">,
): Question {
  const view = state.view.peek();
  const scanned = findBundle(view, asked.text);
  const joins = view?.joins ?? [];
  const here = [...state.operations.peek(), ...joins.map(({ operation }) => operation)];
  const doneHere = new Set([open.operation, ...here].map(({ code }) => code));
  const mayJoin =
    scanned !== null &&
    scanned.part !== null &&
    open.part !== null &&
    scanned.part !== open.part &&
    scanned.orderId === open.orderId &&
    // What the server never named here is another station's work: the parts do not meet at this one.
    scanned.next.some((code) => doneHere.has(code));
  return { ...asked, open, left: leftOf(open), scanned, mayJoin };
}

/** What to do with the open one; then the other is scanned, unless that was refused. */
export async function reply(core: Core, given: Reply): Promise<void> {
  const { state } = core;
  const question = state.question.peek();
  if (question === null) return;
  state.question.value = null;
  const { open, text, origin, left } = question;
  if (given.kind === "cancel") return;
  if (given.kind === "join") return join(core, [open.code, text], headOf(core, origin));
  if (given.kind === "finish") {
    const outcome = given.outcome ?? allGood(left);
    const defects = given.defects === undefined ? {} : { defects: given.defects };
    const input = { code: open.code, outcome, ...defects };
    const done = await finish(core, input, headOf(core, "hand"));
    if (done === "refused" || done === "unsaved") return;
  }
  await scanTicket(core, text, headOf(core, origin));
}

/**
 * Whoever comes acts from now on. Without the network the assignment is drawn here, so that what follows can name it; with it
 * the server says which it is, since whoever is here already keeps theirs.
 */
export async function badgeIn(core: Core, badge: string, head: Head): Promise<void> {
  const { state, deps } = core;
  const { assignmentId: _mine, ...rest } = head;
  const isAway = state.connection.peek() !== "connected";
  const drawn = isAway ? { assignmentId: deps.drawHex(KEY_DIGITS) } : {};
  const body = { ...rest, ...drawn, badge, direction: "in" as const };
  const came = await submit(core, { kind: "badge", body });
  if (came === "kept") choose(core, drawn.assignmentId ?? head.key);
}

/** Whoever goes; the one who acts when nobody is named. */
export async function badgeOut(core: Core, named: string | undefined, head: Head): Promise<void> {
  const assignmentId = named ?? head.assignmentId;
  if (assignmentId === undefined) return;
  await submit(core, { kind: "badge", body: { ...head, assignmentId, direction: "out" } });
}

/** Several are here: who acts from now on. */
export function choose({ state, deps }: Core, assignmentId: string): void {
  state.chosen.value = assignmentId;
  deps.storage.remember({ chosen: assignmentId }).catch(() => {});
}

/** Pieces whose work ended; null when no bundle is open and none was named. */
export async function finish(
  core: Core,
  input: FinishInput & { readonly isRepaired?: boolean },
  head: Head,
): Promise<Submitted | null> {
  const code = input.code ?? openOf(core, head)?.code;
  if (code === undefined) return null;
  const { operation, defects, outcome, isRepaired, photo } = input;
  return await submit(core, {
    kind: "finish",
    body: {
      ...head,
      code,
      ...outcome,
      ...(operation === undefined ? {} : { operation }),
      ...(defects === undefined ? {} : { defects: [...defects] }),
      ...(isRepaired === true ? { repaired: true } : {}),
      ...(photo === undefined ? {} : { photo }),
    },
  });
}

/** All that is left is good. */
export async function finishAllGood(core: Core, code: string | undefined, head: Head) {
  const shown = code === undefined ? null : readCode(code);
  const open =
    code === undefined
      ? openOf(core, head)
      : core.state.view.peek()?.open.find((other) => other.code === shown);
  if (open) await finish(core, { code: open.code, outcome: allGood(leftOf(open)) }, head);
}

/** Parts that came together. */
export async function join(core: Core, codes: readonly string[], head: Head): Promise<void> {
  await submit(core, { kind: "join", body: { ...head, codes: [...codes] } });
  gather(core, codes);
}

/** − or + beside the count. */
export async function correct(
  core: Core,
  { pieces, code }: { readonly pieces: number; readonly code: string | undefined },
  head: Head,
): Promise<void> {
  const shown = code ?? openOf(core, head)?.code;
  const named = shown === undefined ? {} : { code: shown };
  await submit(core, { kind: "correction", body: { ...head, pieces, ...named } });
}

/** What the tablet could not keep, as it was. */
export async function retry(core: Core): Promise<void> {
  const act = core.state.unsaved.peek();
  if (act !== null) await submit(core, act);
}

/** The bundle scanned last by the one who acts, or by nobody in particular: another person's is not asked about. */
function openOf({ state }: Core, { assignmentId }: Head): OpenBundle | null {
  const open = state.view.peek()?.open ?? [];
  const isMine = (bundle: OpenBundle) =>
    assignmentId === undefined ||
    bundle.assignmentId === null ||
    bundle.assignmentId === assignmentId;
  return open.find(isMine) ?? null;
}

function allGood(good: number): Outcome {
  return { good, rework: 0, second: 0, scrap: 0 };
}

function unreadable({ state }: Core, text: string) {
  return {
    kind: "unreadable",
    act: "scan",
    key: null,
    code: "unreadable",
    message: null,
    text,
    bundle: null,
    operation: null,
    newCodes: [],
    nearest: nearestKnown(state.view.peek(), text),
  } as const satisfies NonNullable<typeof state.answer.value>;
}
