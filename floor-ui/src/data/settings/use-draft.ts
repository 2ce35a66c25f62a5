import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskRefusal, Whole } from "../desk/desk-api.ts";
import { useDesk } from "../desk/desk-context.ts";
import type { Outcome } from "../desk/use-action.ts";
import { tellAge, useFollowed } from "../desk/use-followed.ts";
import { type Carry, carryOn, type LeftPlan } from "./carry.ts";
import type { ThreeWays } from "./merge.ts";
import { isSame } from "./same.ts";
import { namesIn } from "./structure.ts";

/** Something that is read, changed and written back whole. */
export interface DraftOf<Value> {
  readonly readAt: string;
  readonly writeAt: string;
  /** What of the answer is changed. */
  readonly take: (answer: never) => Value;
  /** What is sent of it. */
  readonly body: (value: Value) => unknown;
  /** What this person changed, done over again on what is there now. */
  readonly merge: (ways: ThreeWays<Value>) => Value;
  /** Where plans are recorded for later: how the same is done to them. */
  readonly carry?: Carry<Value>;
}

/** What a person is changing; nothing is sent before they save. */
export interface Draft<Value> {
  /** As it was read; null until it was. */
  readonly base: Value | null;
  readonly value: Value | null;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  /** Why it could not be read. */
  readonly refusal: DeskRefusal | null;
  /** What came of saving. */
  readonly outcome: Outcome | null;
  /** Plans recorded for later that are without what was saved last. */
  readonly left: readonly LeftPlan[];
  /** What somebody else saved meanwhile: this person's changes lie over it now. */
  readonly meanwhile: { readonly before: Value; readonly after: Value } | null;
  edit(value: Value): void;
  /** Back to what is saved. */
  undo(): void;
  /** Whether it was taken; `text` is said then. */
  save(text: string): Promise<boolean>;
}

interface State<Value> {
  readonly path: string | null;
  readonly base: Value | null;
  readonly version: string | null;
  readonly value: Value | null;
  readonly refusal: DeskRefusal | null;
  readonly outcome: Outcome | null;
  readonly left: readonly LeftPlan[];
  readonly meanwhile: Draft<Value>["meanwhile"];
  readonly isBusy: boolean;
}

const CHANGED_MEANWHILE = 412;

/** Reads when the page opens and when the address changes; what was changed by then is done over on what is read. */
export function useDraft<Value>(of: DraftOf<Value>): Draft<Value> {
  const { age, api, session } = useDesk();
  const turn = session.turn.value;
  const [state, setState] = useState<State<Value>>(emptyState);
  const latest = useRef(of);
  latest.current = of;
  const path = of.readAt;
  const again = age.round.value;
  const followed = useFollowed(age, path);

  useEffect(() => {
    let isOld = false;
    const own = followed.current;
    void api.readWhole<never>(path).then((answer) => {
      if (isOld) return;
      tellAge(own, answer);
      if (answer.ok) setState((before) => reread(before, { path, ...taken(answer.value) }));
      else setState((before) => ({ ...before, refusal: answer }));
    });
    return () => {
      isOld = true;
    };
  }, [api, path, turn, again]);

  function taken({ value, version }: Whole<never>): Read<Value> {
    return { base: latest.current.take(value), version, merge: latest.current.merge };
  }

  async function save(text: string): Promise<boolean> {
    const { value, version, base } = state;
    if (value === null || base === null) return false;
    setState((before) => ({ ...before, isBusy: true }));
    const sent = { value: of.body(value), version };
    const answer = await api.replace<unknown>(of.writeAt, sent);
    if (answer.ok) {
      const outcome = { kind: "done" as const, text };
      const edit = { base, edited: value };
      const left = of.carry === undefined ? [] : await carryOn(api, of.carry, edit);
      const saved = await api.readWhole<never>(path);
      setState((before) => {
        // What was typed while it was sent stays typed.
        const sentNow = { ...before, base: value };
        const now = saved.ok ? reread(sentNow, { path, ...taken(saved.value) }) : sentNow;
        return { ...now, outcome, left, meanwhile: null, isBusy: false };
      });
      return true;
    }
    const outcome = { kind: "refused" as const, refusal: answer };
    const theirs = answer.status === CHANGED_MEANWHILE ? await api.readWhole<never>(path) : null;
    setState((before) => {
      const told = { ...before, outcome, isBusy: false };
      if (theirs === null || !theirs.ok) return told;
      const now = taken(theirs.value);
      const meanwhile = { before: base, after: now.base };
      return { ...reread(told, { path, ...now }), outcome, meanwhile };
    });
    return false;
  }

  const { base, value, refusal, outcome, left, meanwhile, isBusy } = state;
  return {
    ...{ base, value, refusal, outcome, left, meanwhile, isBusy, save },
    isChanged: !isSame(base, value),
    edit: (next) => setState((before) => edited(before, next)),
    undo: () =>
      setState((before) => ({
        ...before,
        ...{ value: before.base, outcome: null, left: [], meanwhile: null },
      })),
  };
}

interface Read<Value> {
  readonly base: Value;
  readonly version: string | null;
  readonly merge: DraftOf<Value>["merge"];
}

function fresh<Value>({ base, version }: Read<Value>) {
  return { base, version, value: base, refusal: null };
}

function reread<Value>(
  before: State<Value>,
  read: Read<Value> & { readonly path: string },
): State<Value> {
  const { base: was, value: mine } = before;
  const kept = { ...before, ...fresh(read), path: read.path };
  if (was === null || mine === null) return kept;
  return { ...kept, value: read.merge({ base: was, mine, theirs: read.base }) };
}

/** Faults point at places: they go when places do. */
function edited<Value>(before: State<Value>, value: Value): State<Value> {
  const isElsewhere = !isSame(namesIn(before.value), namesIn(value));
  const isDone = before.outcome?.kind === "done";
  return { ...before, value, outcome: isElsewhere || isDone ? null : before.outcome };
}

function emptyState<Value>(): State<Value> {
  const nothing = { path: null, base: null, version: null, value: null };
  return { ...nothing, refusal: null, outcome: null, left: [], meanwhile: null, isBusy: false };
}
