import { useState } from "preact/hooks";
import type { StationDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CellText, TextField } from "../../ui/desk/fields.tsx";
import { replaced } from "../prepare/replaced.ts";
import { minutesOf } from "./plan-of.ts";
import { LINES, type LineName, stationsOf } from "./presets.ts";
import { StepForm } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

const STATIONS_MAX = 40;
const EMPTY: StationDraft = { operation: "", minutes: "" };

/** The stations of the first line, and what each does. The plan is sent with them. */
export function LineStep({ start }: { readonly start: Start }) {
  const { t, decimal } = useStartWords();
  const { line } = t;
  const [fault, setFault] = useState<string | null>(null);
  const { stations } = start.draft;
  const fill = (name: LineName) =>
    start.set({ stations: stationsOf(name, line.operations[name], decimal), station: 0 });

  function goOn() {
    const found = faultOf(start.draft.line, stations, line);
    setFault(found);
    if (found === null) void start.savePlan();
  }

  return (
    <StepForm start={start} question={line.question} hint={line.hint} fault={fault} onNext={goOn}>
      <fieldset class="st-presets">
        <legend>{line.preset}</legend>
        <div class="row tight">
          {(Object.keys(LINES) as LineName[]).map((name) => (
            <button key={name} type="button" class="plain" onClick={() => fill(name)}>
              {line.presets[name]}
            </button>
          ))}
        </div>
      </fieldset>
      <TextField
        label={line.name}
        value={start.draft.line}
        isRequired={true}
        onText={(text) => start.set({ line: text })}
      />
      <StationTable start={start} />
      <button
        type="button"
        class="plain st-add"
        disabled={stations.length >= STATIONS_MAX}
        onClick={() => start.set({ stations: [...stations, EMPTY] })}
      >
        <DeskIcon name="plus" />
        {line.add}
      </button>
    </StepForm>
  );
}

function StationTable({ start }: { readonly start: Start }) {
  const { line } = useStartWords().t;
  const { stations } = start.draft;
  const change = (index: number, next: StationDraft) =>
    start.set({ stations: replaced(stations, index, next) });
  return (
    <table class="st-stations">
      <caption>{line.count(stations.length)}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{line.operation}</th>
          <th scope="col">{line.minutes}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {stations.map((station, index) => (
          <tr key={index}>
            <th scope="row">{line.station(index + 1)}</th>
            <td>
              <CellText
                name={line.operationOf(index + 1)}
                value={station.operation}
                onText={(operation) => change(index, { ...station, operation })}
              />
            </td>
            <td class="st-minutes">
              <CellText
                name={line.minutesOf(index + 1)}
                value={station.minutes}
                onText={(minutes) => change(index, { ...station, minutes })}
              />
            </td>
            <td>
              <button
                type="button"
                class="plain icon-only"
                aria-label={line.remove(index + 1)}
                disabled={stations.length === 1}
                onClick={() =>
                  start.set({ stations: stations.filter((_, at) => at !== index), station: 0 })
                }
              >
                <DeskIcon name="trash" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineWords {
  readonly noName: string;
  readonly noOperation: (number: number) => string;
  readonly noMinutes: (number: number) => string;
}

/** The first thing to mend, in words. */
function faultOf(name: string, stations: readonly StationDraft[], words: LineWords): string | null {
  if (name.trim() === "") return words.noName;
  const unnamed = stations.findIndex(({ operation }) => operation.trim() === "");
  if (unnamed >= 0) return words.noOperation(unnamed + 1);
  const untimed = stations.findIndex((station) => minutesOf(station) === null);
  return untimed >= 0 ? words.noMinutes(untimed + 1) : null;
}
