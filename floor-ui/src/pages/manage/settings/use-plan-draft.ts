import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { useRead } from "../../../data/desk/use-read.ts";
import { carriedInto, type PlanFroms } from "../../../data/settings/carry.ts";
import { mergePlans } from "../../../data/settings/merge-plans.ts";
import { type Draft, useDraft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** From when a change holds: now, or the first moment of a day (YYYY-MM-DD). */
export interface Since {
  /** null: from now on. */
  readonly day: string | null;
  pick(day: string | null): void;
  /** « À partir de maintenant : ». */
  readonly text: string;
  /** The next day from which another plan is recorded already; null when none is. */
  readonly nextDay: string | null;
  readonly isPast: boolean;
}

/** A plan that is being changed from some moment on. */
export interface PlanDraft extends Draft<Plan> {
  readonly since: Since;
}

export function usePlanDraft(): PlanDraft {
  const since = useSince();
  const { dayOf } = useSettingsWords();
  const { day } = since;
  const draft = useDraft<Plan>({
    readAt: day === null ? "/api/v1/plan" : `/api/v1/plan?at=${day}`,
    writeAt: day === null ? "/api/v1/plan" : `/api/v1/plan?from=${day}`,
    take: (plan: Plan) => plan,
    body: (plan) => plan,
    merge: mergePlans,
    carry: {
      ...{ address: "/api/v1/plan", day, dayOf },
      take: (plan: Plan) => plan,
      lay: ({ base, edited }, later) => carriedInto(base, edited, later),
    },
  });
  return { ...draft, since };
}

/** From when what is being changed will hold. */
export function useSince(): Since {
  const { t, longDay, dayOf } = useSettingsWords();
  const [day, pick] = useState<string | null>(null);
  const versions = useRead<PlanFroms>("/api/v1/plan/versions").value;
  const today = versions === null ? null : dayOf(versions.now);
  const days = versions?.froms.filter((from) => from > versions.now).map(dayOf) ?? [];
  const nextDay = days.find((each) => day === null || each > day) ?? null;
  return {
    day,
    pick,
    text: day === null ? t.settings.fromNow : t.settings.fromDay(longDay(day)),
    nextDay,
    isPast: day !== null && today !== null && day < today,
  };
}
