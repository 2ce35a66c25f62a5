import type { Defect, OpenBundle } from "@trame/shared";
import { useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";
import { type DefectCounts, defectsOf, type OutcomeForm, unexplained } from "./outcome-form.ts";
import { labelOf, wordsOf } from "./words.ts";

/** Which defect, a touch a piece, and where it came from. Nobody has to know: both may be left open. */
export function DefectStep(props: {
  readonly bundle: OpenBundle;
  readonly form: OutcomeForm;
  readonly onRecord: (defects: readonly Defect[]) => void;
}) {
  const { bundle, form, onRecord } = props;
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const [counts, setCounts] = useState<DefectCounts>({});
  const [fault, setFault] = useState<string | null>(null);
  const left = unexplained(form, counts);
  const isOpen = left > 0;
  return (
    <BackSheet icon="circle-alert" title={isOpen ? station.defectTitle(left) : station.defectDone}>
      <div class="form">
        <ul class="defects">
          {(model.view.value?.defects ?? []).map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                class={(counts[code] ?? 0) > 0 ? "b soft on" : "b soft"}
                disabled={!isOpen}
                onClick={() => setCounts({ ...counts, [code]: (counts[code] ?? 0) + 1 })}
              >
                {wordsOf(label, i18n)}
                {(counts[code] ?? 0) > 0 && <b>{i18n.number(counts[code] ?? 0)}</b>}
              </button>
            </li>
          ))}
        </ul>
        <FaultAt bundle={bundle} fault={fault} onChoose={setFault} />
        <div class="pair">
          <BigButton
            icon="rotate-ccw"
            label={station.erase}
            isDisabled={Object.keys(counts).length === 0}
            onPress={() => setCounts({})}
          />
          <BigButton
            icon="check"
            label={isOpen ? station.withoutDefect : station.record}
            weight="main"
            onPress={() => onRecord(defectsOf(counts, fault))}
          />
        </div>
      </div>
    </BackSheet>
  );
}

/** Where the defect came from: here, earlier, or nobody knows. */
function FaultAt(props: {
  readonly bundle: OpenBundle;
  readonly fault: string | null;
  readonly onChoose: (operation: string | null) => void;
}) {
  const { bundle, fault, onChoose } = props;
  const i18n = useI18n();
  const { station } = i18n.t;
  const earlier = (bundle.earlier ?? []).map((card) => ({
    code: card.code,
    label: labelOf(card, i18n),
  }));
  const choices = [
    { code: null, label: station.faultUnknown },
    { code: bundle.operation.code, label: station.faultHere },
    ...earlier,
  ];
  return (
    <fieldset class="fault-at">
      <legend>{station.faultAt}</legend>
      {choices.map(({ code, label }) => (
        <label key={label} class={fault === code ? "b soft on" : "b soft"}>
          <input
            type="radio"
            name="fault-at"
            checked={fault === code}
            onChange={() => onChoose(code)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
