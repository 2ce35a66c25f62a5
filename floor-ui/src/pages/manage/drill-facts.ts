import type { ReportFact, ReportFacts } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import type { DeskApi, DeskRefusal } from "../../data/desk/desk-api.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { FactTarget } from "./drill-target.ts";

/** The facts of a figure, as far as they were read. */
export interface FactsReading {
  readonly facts: readonly ReportFact[];
  readonly isBusy: boolean;
  /** All of them are there. */
  readonly isWhole: boolean;
  readonly refusal: DeskRefusal | null;
  /** Reads on. */
  more(): void;
}

/** A day's facts come without asking; those of a year are asked for. */
const PAGES_AT_ONCE = 10;

interface Held {
  readonly facts: readonly ReportFact[];
  /** Where to read on; undefined before the first page, null at the end. */
  readonly next: string | null | undefined;
  readonly refusal: DeskRefusal | null;
}

/** Reads when the figure is opened. */
export function useFacts(target: FactTarget): FactsReading {
  const { api } = useDesk();
  const [held, setHeld] = useState<Held>({ facts: [], next: undefined, refusal: null });
  const [round, setRound] = useState(1);
  const [isBusy, setBusy] = useState(true);
  // A round goes on from where the last one ended.
  useEffect(() => {
    let isOld = false;
    void readOn(api, target, held).then((then) => {
      if (isOld) return;
      setHeld(then);
      setBusy(false);
    });
    return () => {
      isOld = true;
    };
  }, [api, target.path, round]);
  return {
    facts: held.facts,
    isBusy,
    isWhole: held.next === null,
    refusal: held.refusal,
    more() {
      setBusy(true);
      setRound(round + 1);
    },
  };
}

/** So many pages from where `held` ends; what was read before a refusal stays. */
async function readOn(api: DeskApi, target: FactTarget, held: Held): Promise<Held> {
  let { facts, next } = held;
  for (let page = 0; page < PAGES_AT_ONCE && next !== null; page += 1) {
    const after = next === undefined ? "" : `&after=${encodeURIComponent(next)}`;
    const answer = await api.read<ReportFacts>(target.path + after);
    if (!answer.ok) return { facts, next, refusal: answer };
    facts = [...facts, ...answer.value.facts.filter(target.keeps)];
    next = answer.value.next;
  }
  return { facts, next, refusal: null };
}
