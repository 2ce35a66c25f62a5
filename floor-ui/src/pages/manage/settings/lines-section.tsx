import type { Plan, PlanLine, Routing } from "@trame/shared";
import { useState } from "preact/hooks";
import { useRead } from "../../../data/desk/use-read.ts";
import { type Faults, faultsOf, faultsUnder } from "../../../data/settings/faults.ts";
import { addLine, addStation } from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { type KnownOperation, knownOperations } from "./known-operations.ts";
import { LineFields } from "./line-fields.tsx";
import { planSentences } from "./plan-sentences.ts";
import { SavingForm } from "./saving-form.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { SinceField } from "./since-field.tsx";
import { StationRow } from "./station-row.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";
import { useToday } from "./use-today.ts";

/** « Lignes et postes » : what each station does, in how long, and what counts it. */
export function LinesSection() {
  return (
    <SectionFrame section="lines">
      <Lines />
    </SectionFrame>
  );
}

function Lines() {
  const i18n = useSettingsWords();
  const { t, words } = i18n;
  const draft = usePlanDraft();
  const today = useToday();
  const routings = useRead<{ routings: Routing[] }>("/api/v1/routings").value?.routings ?? [];
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  const operations = knownOperations(routings, words);
  return (
    <SavingForm
      draft={draft}
      tell={planSentences(i18n)}
      since={draft.since.text}
      aside={<SinceField since={draft.since} today={today} />}
    >
      {(plan) => (
        <>
          {plan.lines.length === 0 && <p class="about">{t.lines.empty}</p>}
          {plan.lines.map((line, index) => (
            <Line
              key={line.id}
              line={line}
              plan={plan}
              operations={operations}
              faults={faultsUnder(faults, `/lines/${index}`)}
              onPlan={draft.edit}
            />
          ))}
          <p>
            <button
              type="button"
              class="plain"
              onClick={() => draft.edit(addLine(plan, t.lines.newLine(plan.lines.length + 1)))}
            >
              <DeskIcon name="plus" />
              {t.lines.addLine}
            </button>
          </p>
        </>
      )}
    </SavingForm>
  );
}

function Line(props: {
  readonly line: PlanLine;
  readonly plan: Plan;
  readonly operations: readonly KnownOperation[];
  readonly faults: Faults;
  readonly onPlan: (plan: Plan) => void;
}) {
  const { line, plan, operations, faults, onPlan } = props;
  const { t } = useSettingsWords();
  /** The station that is being changed. */
  const [open, setOpen] = useState<string | null>(null);

  function add() {
    const numbers = plan.lines.reduce((sum, { stations }) => sum + stations.length, 0);
    const next = addStation(plan, line.id, { name: t.lines.newStation(numbers + 1) });
    onPlan(next);
    setOpen(next.lines.find(({ id }) => id === line.id)?.stations.at(-1)?.id ?? null);
  }

  return (
    <Panel title={line.name} aside={<span>{t.lines.stations(line.stations.length)}</span>}>
      <LineFields line={line} plan={plan} faults={faults} onPlan={onPlan} />
      <ul class="se-stations">
        {line.stations.map((station, index) => (
          <StationRow
            key={station.id}
            station={station}
            plan={plan}
            operations={operations}
            isOpen={open === station.id}
            faults={faultsUnder(faults, `/stations/${index}`)}
            onToggle={() => setOpen(open === station.id ? null : station.id)}
            onPlan={onPlan}
          />
        ))}
      </ul>
      <p>
        <button type="button" class="plain" onClick={add}>
          <DeskIcon name="plus" />
          {t.lines.addStation}
        </button>
      </p>
    </Panel>
  );
}
