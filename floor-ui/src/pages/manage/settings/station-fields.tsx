import type { Plan, PlanStation } from "@trame/shared";
import { useId } from "preact/hooks";
import type { Faults } from "../../../data/settings/faults.ts";
import {
  bindDevice,
  changeStation,
  removeStation,
  type StationChanges,
  setThreshold,
} from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { describedBy, FieldFault, Hint, SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import type { KnownOperation } from "./known-operations.ts";
import { ListField } from "./list-field.tsx";
import { MinutesField } from "./minutes-field.tsx";
import { NumberField } from "./number-field.tsx";

export interface StationFieldsProps {
  readonly station: PlanStation;
  readonly plan: Plan;
  readonly operations: readonly KnownOperation[];
  /** They point into the station. */
  readonly faults: Faults;
  readonly onPlan: (plan: Plan) => void;
}

/** Everything that is set about a station. */
export function StationFields(props: StationFieldsProps) {
  const { station, plan, operations, faults, onPlan } = props;
  const { t } = useSettingsWords();
  const change = (changes: StationChanges) => onPlan(changeStation(plan, station.id, changes));
  return (
    <div class="se-fields">
      <div class="row">
        <TextField
          label={t.lines.station}
          value={station.name}
          max={120}
          fault={faults.get("/name")}
          onText={(name) => change({ name })}
        />
        <OperationField
          value={station.operation}
          operations={operations}
          fault={faults.get("/operation")}
          onOperation={(operation) => change(withTime(station, operation, operations))}
        />
        <MinutesField
          minutes={station.standardMinutes}
          fault={faults.get("/standardMinutes")}
          onMinutes={(standardMinutes) => change({ standardMinutes })}
        />
        <ListField
          label={t.lines.others}
          hint={t.lines.othersHint}
          entries={station.operations ?? []}
          fault={faults.get("/operations")}
          onEntries={(all) => change({ operations: all.length === 0 ? null : all })}
        />
      </div>
      <CounterFields {...props} />
      <Place {...props} />
      <AskAgain
        label={t.lines.removeStation}
        name={`${t.lines.removeStation} ${station.name}`}
        question={t.lines.removeSure(station.name)}
        yes={t.lines.yes}
        no={t.lines.no}
        isOff={false}
        onYes={() => onPlan(removeStation(plan, station.id))}
      />
    </div>
  );
}

/** The routing's time comes along with an operation that it names. */
function withTime(
  station: PlanStation,
  operation: string,
  operations: readonly KnownOperation[],
): StationChanges {
  const known = operations.find(({ name }) => name === operation);
  const isNew = operation !== station.operation;
  if (known === undefined || !isNew) return { operation };
  return { operation, standardMinutes: known.standardMinutes };
}

function OperationField(props: {
  readonly value: string;
  readonly operations: readonly KnownOperation[];
  readonly fault: string | undefined;
  readonly onOperation: (operation: string) => void;
}) {
  const { value, operations, fault, onOperation } = props;
  const { t } = useSettingsWords();
  const id = useId();
  const hint = t.lines.operationHint;
  return (
    <div class="field">
      <label for={id}>{t.lines.operation}</label>
      <input
        id={id}
        list={`${id}-known`}
        {...describedBy(id, { hint, fault })}
        value={value}
        maxLength={120}
        autocomplete="off"
        onInput={(event) => onOperation(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {operations.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Hint of={id} text={hint} />
      <FieldFault of={id} text={fault} />
    </div>
  );
}

/** What counts its pieces, and what makes a piece. */
function CounterFields({ station, plan, faults, onPlan }: StationFieldsProps) {
  const { t } = useSettingsWords();
  const holders = new Map(
    plan.lines.flatMap(({ stations }) => stations).map(({ device, name }) => [device, name]),
  );
  const choices = plan.devices.map(({ id }) => {
    const holder = id === station.device ? undefined : holders.get(id);
    return { value: id, label: holder === undefined ? id : t.lines.counterTaken(id, holder) };
  });
  const change = (changes: StationChanges) => onPlan(changeStation(plan, station.id, changes));
  return (
    <div class="row">
      <SelectField
        label={t.lines.counter}
        value={station.device ?? ""}
        fault={faults.get("/device") ?? faults.get("/counter")}
        choices={[{ value: "", label: t.lines.noCounter }, ...choices]}
        onPick={(device) => onPlan(bindDevice(plan, station.id, device === "" ? null : device))}
      />
      <NumberField
        label={t.lines.stitches}
        hint={t.lines.stitchesHint}
        value={station.minStitches ?? null}
        isWhole={true}
        fault={faults.get("/minStitches")}
        onNumber={(minStitches) => change({ minStitches })}
      />
      <NumberField
        label={t.lines.trims}
        hint={t.lines.trimsHint}
        value={station.trimsPerPiece ?? null}
        isWhole={true}
        fault={faults.get("/trimsPerPiece")}
        onNumber={(trimsPerPiece) => change({ trimsPerPiece })}
      />
    </div>
  );
}

/** When it waits, and where it stands on the screens. */
function Place({ station, plan, faults, onPlan }: StationFieldsProps) {
  const { t } = useSettingsWords();
  const change = (changes: StationChanges) => onPlan(changeStation(plan, station.id, changes));
  const threshold = plan.thresholds?.find(({ operation }) => operation === station.operation);
  return (
    <div class="row">
      <NumberField
        label={t.lines.wait}
        hint={t.lines.waitHint}
        value={threshold?.waitMinutes ?? null}
        onNumber={(waitMinutes) =>
          onPlan(
            setThreshold(plan, station.operation, {
              waitMinutes,
              explainMinutes: threshold?.explainMinutes ?? null,
            }),
          )
        }
      />
      <NumberField
        label={t.lines.row}
        hint={t.lines.spotHint}
        value={station.row ?? null}
        isWhole={true}
        fault={faults.get("/row")}
        onNumber={(row) => change({ row })}
      />
      <NumberField
        label={t.lines.column}
        value={station.column ?? null}
        isWhole={true}
        fault={faults.get("/column")}
        onNumber={(column) => change({ column })}
      />
    </div>
  );
}
