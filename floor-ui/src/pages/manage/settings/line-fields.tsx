import type { Plan, PlanLine } from "@trame/shared";
import type { Faults } from "../../../data/settings/faults.ts";
import { changeLine, moveLine, removeLine } from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { NumberField } from "./number-field.tsx";

/** What a line is called, what it should make, and where it stands among the lines. */
export function LineFields(props: {
  readonly line: PlanLine;
  readonly plan: Plan;
  readonly faults: Faults;
  readonly onPlan: (plan: Plan) => void;
}) {
  const { line, plan, faults, onPlan } = props;
  const { t } = useSettingsWords();
  const { id, name, target = null, operators = null, stations } = line;
  const index = plan.lines.findIndex((each) => each.id === id);
  return (
    <div class="row se-line">
      <TextField
        label={t.lines.line}
        value={name}
        max={120}
        fault={faults.get("/name")}
        onText={(text) => onPlan(changeLine(plan, id, { name: text }))}
      />
      <NumberField
        label={t.lines.operators}
        value={operators}
        fault={faults.get("/operators")}
        onNumber={(value) => onPlan(changeLine(plan, id, { operators: value }))}
      />
      <NumberField
        label={t.lines.target}
        hint={t.lines.targetHint}
        value={target}
        isWhole={true}
        fault={faults.get("/target")}
        onNumber={(value) => onPlan(changeLine(plan, id, { target: value }))}
      />
      <div class="row tight se-tools">
        <MoveButtons
          what={name}
          isFirst={index === 0}
          isLast={index === plan.lines.length - 1}
          onMove={(by) => onPlan(moveLine(plan, id, by))}
        />
        <AskAgain
          label={t.lines.removeLine}
          name={`${t.lines.removeLine} ${name}`}
          question={t.lines.removeLineSure(name, t.lines.stations(stations.length))}
          yes={t.lines.yes}
          no={t.lines.no}
          isOff={false}
          onYes={() => onPlan(removeLine(plan, id))}
        />
      </div>
    </div>
  );
}
