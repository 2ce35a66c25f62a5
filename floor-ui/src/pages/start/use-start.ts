import type { Plan } from "@trame/shared";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskApi, DeskRefusal } from "../../data/desk/desk-api.ts";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useScreen } from "../../data/screen-context.ts";
import type { StartDraft } from "../../data/start/start-draft.ts";
import { stepAfter, stepBefore } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { adopt } from "./adopt.ts";
import { freshDraft } from "./fresh-draft.ts";
import { planOf, withoutSecrets } from "./plan-of.ts";

/** Whose the plan is that the server has: nobody's yet, this first start's, or somebody else's, which is left alone. */
export type PlanOwner = "unknown" | "nobody" | "ours" | "other";

/** The first start as its questions work with it. */
export interface Start {
  readonly draft: StartDraft;
  readonly owner: PlanOwner;
  /** The answers as somebody else's plan has them, to go on from; null where the questions can't say it, or none was answered here. */
  readonly theirs: StartDraft | null;
  readonly isBusy: boolean;
  /** Why the last answer was not taken; null when it was. */
  readonly refusal: DeskRefusal | null;
  /** Answers, each kept at once. */
  set(part: Partial<StartDraft>): void;
  /** On to the next question, with what was answered of this one. */
  next(part?: Partial<StartDraft>): void;
  back(): void;
  /** On with {@link theirs}. */
  goOnWith(answers: StartDraft): void;
  /** Sends the plan as far as it is answered, then goes on. */
  savePlan(): Promise<void>;
  /** Asks something of the server for a question; null when it was refused, which is then told. */
  ask<Value>(asking: Promise<Answer<Value>>): Promise<Value | null>;
}

type Answer<Value> = { readonly ok: true; readonly value: Value } | DeskRefusal;

/** Begins where this browser left off. */
export function useStart(): Start {
  const { api } = useDesk();
  const { firstStart } = useScreen();
  const { t, decimal } = useStartWords();
  const [fresh] = useState(() => freshDraft(t, decimal));
  const draft = firstStart.draft.value ?? fresh;
  const current = useRef(draft);
  current.current = draft;
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<DeskRefusal | null>(null);
  const { owner, theirs, setOwner, look } = useOwner(current, setRefusal);
  useEffect(() => void look(), [api]);

  function set(part: Partial<StartDraft>): void {
    const next = { ...current.current, ...part };
    current.current = next;
    firstStart.write(next);
  }
  function next(part: Partial<StartDraft> = {}): void {
    setRefusal(null);
    const answered = { ...current.current, ...part };
    set({ ...part, step: stepAfter(answered) });
  }

  return {
    draft,
    owner,
    theirs,
    isBusy,
    refusal,
    set,
    next,
    back() {
      setRefusal(null);
      const step = stepBefore(current.current);
      if (step !== null) set({ step });
    },
    goOnWith(answers) {
      setRefusal(null);
      set(answers);
      setOwner("ours");
    },
    async savePlan() {
      setBusy(true);
      const found = await look();
      const plan = planOf(current.current, t.line.station);
      if (found === "nobody" || found === "ours") {
        const answer = await api.write<{ plan: Plan }>("PUT", "/api/v1/plan", plan);
        if (answer.ok) next({ saved: JSON.stringify(answer.value.plan) });
        else setRefusal(answer);
        if (answer.ok) setOwner("ours");
      }
      setBusy(false);
    },
    async ask(asking) {
      setBusy(true);
      const answer = await asking;
      setBusy(false);
      setRefusal(answer.ok ? null : answer);
      return answer.ok ? answer.value : null;
    },
  };
}

/** Whose the plan is, as it was when it was last looked at. */
function useOwner(
  current: { readonly current: StartDraft },
  onRefused: (refusal: DeskRefusal) => void,
) {
  const { api } = useDesk();
  const { firstStart } = useScreen();
  const { t, decimal } = useStartWords();
  const words = { station: t.line.station, decimal };
  const [owner, setOwner] = useState<PlanOwner>("unknown");
  const [theirs, setTheirs] = useState<StartDraft | null>(null);

  async function look(): Promise<PlanOwner> {
    const found = await readPlan(api);
    if (found !== null && "code" in found) {
      onRefused(found);
      return "unknown";
    }
    const draft = current.current;
    const isBegun = firstStart.draft.peek() !== null;
    const whose = ownerOf(found, draft, words.station);
    setTheirs(found !== null && isBegun ? adopt(found, draft, words) : null);
    setOwner(whose);
    return whose;
  }
  return { owner, theirs, setOwner, look };
}

/** null while there is none. */
async function readPlan(api: DeskApi): Promise<Plan | DeskRefusal | null> {
  const answer = await api.read<Plan>("/api/v1/plan");
  if (answer.ok) return answer.value;
  return answer.code === "plan-none" ? null : answer;
}

function ownerOf(
  plan: Plan | null,
  draft: StartDraft,
  station: (number: number) => string,
): PlanOwner {
  if (plan === null) return "nobody";
  const sent = JSON.stringify(withoutSecrets(planOf(draft, station)));
  return [draft.saved, sent].includes(JSON.stringify(plan)) ? "ours" : "other";
}
