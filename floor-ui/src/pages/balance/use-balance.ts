import type { Division } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import type { BalanceLine, PersonRow } from "../../data/desk/balance-rows.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { Outcome } from "../../data/desk/use-action.ts";
import { type Reading, useRead } from "../../data/desk/use-read.ts";
import { type BalanceI18n, useBalanceWords } from "../../i18n/balance.ts";
import { firstChosen } from "./balance-view.ts";
import { type Asked, acceptedBody, askProposal, type Draft, withTask } from "./draft.ts";

/** What the page of a line shows and does. */
export interface Balance {
  readonly reading: Reading<BalanceLine>;
  /** Whom a proposal counts on. */
  readonly chosen: ReadonlySet<string>;
  readonly draft: Draft | null;
  readonly isBusy: boolean;
  /** What came of the last thing that was done. */
  readonly outcome: Outcome | null;
  choose(operatorId: string, isChosen: boolean): void;
  propose(): void;
  accept(): void;
  ignore(): void;
  /** Gives a task to somebody else, in the draft or in what was accepted. */
  give(
    division: Division,
    move: { readonly task: string; readonly to: string; readonly text: string },
  ): void;
  /** Notes an absence, or its end, and asks for a new proposal at once. */
  setAway(person: PersonRow, isAway: boolean): void;
}

/** People come and go at the stations meanwhile. ms */
const LOOK_EVERY_MS = 15_000;

/** The line's people and operations, and a proposal for them. */
export function useBalance(path: string): Balance {
  const { api } = useDesk();
  const i18n = useBalanceWords();
  const reading = useRead<BalanceLine>(path);
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const line = reading.value;
  const say = (text: string): void => setOutcome({ kind: "done", text });

  useLookingAgain(reading.reload);

  function leave(text: string): void {
    setDraft(null);
    say(text);
  }

  async function busily(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    await work();
    setBusy(false);
  }

  /** `why` is said before what came of it. */
  async function ask(of: BalanceLine, why: string): Promise<void> {
    const asked = await askProposal(api, of, chosenOf(of, ticks));
    setDraft(asked.kind === "draft" ? asked.draft : null);
    setOutcome(outcomeOf(asked, of, { why, i18n }));
  }

  async function change(person: PersonRow, isAway: boolean): Promise<void> {
    const body = { operatorId: person.operatorId, isAbsent: isAway };
    const sent = await api.write("PUT", "/api/v1/absences", body);
    if (!sent.ok) return setOutcome({ kind: "refused", refusal: sent });
    const fresh = await api.read<BalanceLine>(path);
    reading.reload();
    if (!fresh.ok) return setOutcome({ kind: "refused", refusal: fresh });
    const { isAway: away, isBack: back } = i18n.t.team;
    const why = isAway ? away(person.name) : back(person.name);
    if (fresh.value.tasks.length === 0) return say(why);
    await ask(fresh.value, why);
  }

  async function accept(of: BalanceLine, accepted: Draft): Promise<void> {
    const url = `/api/v1/balance/line?line=${encodeURIComponent(of.lineId)}`;
    const answer = await api.write("PUT", url, acceptedBody(of, accepted));
    if (!answer.ok) return setOutcome({ kind: "refused", refusal: answer });
    leave(i18n.t.division.accepted);
    reading.reload();
  }

  return {
    ...{ reading, draft, outcome, isBusy },
    chosen: line === null ? new Set() : chosenOf(line, ticks),
    choose: (operatorId, isChosen) => setTicks(new Map([...ticks, [operatorId, isChosen]])),
    propose: () => void (line !== null && busily(() => ask(line, ""))),
    accept: () => void (line !== null && draft !== null && busily(() => accept(line, draft))),
    ignore: () => leave(i18n.t.division.ignored),
    give(division, { text, ...move }) {
      if (line === null) return;
      setDraft(withTask(line, division, move));
      say(text);
    },
    setAway: (person, isAway) => void busily(() => change(person, isAway)),
  };
}

function useLookingAgain(look: () => void): void {
  useEffect(() => {
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
}

function chosenOf(line: BalanceLine, ticks: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const first = firstChosen(line.people);
  const ids = line.people.map(({ operatorId }) => operatorId);
  return new Set(ids.filter((id) => ticks.get(id) ?? first.has(id)));
}

interface Telling {
  readonly why: string;
  readonly i18n: BalanceI18n;
}

function outcomeOf(asked: Asked, line: BalanceLine, { why, i18n }: Telling): Outcome | null {
  const { t, words, list } = i18n;
  const done = (then: string): Outcome => ({
    kind: "done",
    text: why === "" ? then : t.division.because({ why, then }),
  });
  switch (asked.kind) {
    case "draft":
      return why === "" ? null : done(t.division.newOne);
    case "nobody":
      return done(t.division.nobody);
    case "unknown": {
      const labels = line.tasks.filter(({ id }) => asked.tasks.includes(id));
      return done(
        t.division.nobodyKnows(list([...new Set(labels.map(({ label }) => words(label)))])),
      );
    }
    case "refused":
      return { kind: "refused", refusal: asked.refusal };
  }
}
