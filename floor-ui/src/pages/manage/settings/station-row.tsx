import type { Plan, PlanStation } from "@trame/shared";
import { useId } from "preact/hooks";
import type { Faults } from "../../../data/settings/faults.ts";
import { moveStation } from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import type { KnownOperation } from "./known-operations.ts";
import { MoveButtons } from "./move-buttons.tsx";
import { StationFields } from "./station-fields.tsx";

/** A station in a line: what is set, and its fields once it is opened. */
export function StationRow(props: {
  readonly station: PlanStation;
  readonly plan: Plan;
  readonly operations: readonly KnownOperation[];
  readonly isOpen: boolean;
  readonly faults: Faults;
  readonly onToggle: () => void;
  readonly onPlan: (plan: Plan) => void;
}) {
  const { station, plan, operations, isOpen, faults, onToggle, onPlan } = props;
  const { t, decimal, minutes } = useSettingsWords();
  const id = useId();
  const { name, operation, standardMinutes, device } = station;
  const line = plan.lines.find(({ stations }) => stations.some((each) => each.id === station.id));
  const index = line?.stations.findIndex((each) => each.id === station.id) ?? 0;
  // What is wrong must be seen.
  const isShown = isOpen || faults.size > 0;
  return (
    <li>
      <div class="se-station">
        <b>{name}</b>
        <span>{operation}</span>
        <span class="amount">
          {t.lines.minutesBoth(minutes(standardMinutes), decimal(hundredths(standardMinutes)))}
        </span>
        <span>{device ?? t.settings.none}</span>
        <div class="row tight">
          <MoveButtons
            what={name}
            isFirst={index === 0}
            isLast={index === (line?.stations.length ?? 1) - 1}
            onMove={(by) => onPlan(moveStation(plan, station.id, by))}
          />
          <button
            type="button"
            class="plain"
            aria-expanded={isShown}
            aria-controls={id}
            aria-label={isShown ? t.lines.shut(name) : t.lines.edit(name)}
            onClick={onToggle}
          >
            <DeskIcon name="edit" />
          </button>
        </div>
      </div>
      {isShown && (
        <div id={id}>
          <StationFields
            station={station}
            plan={plan}
            operations={operations}
            faults={faults}
            onPlan={onPlan}
          />
        </div>
      )}
    </li>
  );
}

/** cmn of minutes, without the dust of a division in binary. */
function hundredths(minutes: number): number {
  return Math.round(minutes * 1e8) / 1e6;
}
