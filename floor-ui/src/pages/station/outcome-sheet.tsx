import type { Defect, OpenBundle, Outcome } from "@trame/shared";
import { useState } from "preact/hooks";
import { leftOf } from "../../data/station/lay-cards.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { DefectStep } from "./defect-step.tsx";
import { shownBundle, useDesk } from "./desk.ts";
import { faultyOf, type OutcomeForm, outcomeOf, startForm } from "./outcome-form.ts";
import { OutcomeSteppers } from "./outcome-steppers.tsx";

/** What is recorded in the end. */
type Record = (outcome: Outcome, defects: readonly Defect[]) => void;

/** « Défaut », or the answer « oui, avec des défauts » to the question about the bundle that is still open. */
export function BundleOutcome() {
  const desk = useDesk();
  const { model, panel } = desk;
  const question = model.question.value;
  const bundle = question?.open ?? shownBundle(desk);
  if (bundle === null) return null;
  const record: Record = (outcome, defects) => {
    panel.value = "none";
    if (question !== null) void model.reply({ kind: "finish", outcome, defects });
    else void model.finish({ code: bundle.code, outcome, defects });
  };
  return <OutcomeSheet key={bundle.code} bundle={bundle} onRecord={record} />;
}

function OutcomeSheet(props: { readonly bundle: OpenBundle; readonly onRecord: Record }) {
  const { bundle, onRecord } = props;
  const { station } = useI18n().t;
  const [form, setForm] = useState(startForm(leftOf(bundle)));
  const [isExplaining, setExplaining] = useState(false);
  if (isExplaining) {
    return (
      <DefectStep
        bundle={bundle}
        form={form}
        onRecord={(defects) => onRecord(outcomeOf(form), defects)}
      />
    );
  }
  const hasFaults = faultyOf(form) > 0;
  return (
    <BackSheet icon="circle-alert" title={station.outcomeTitle(bundle.code)}>
      <div class="form">
        <OutcomeSteppers form={form} faults={["rework", "second", "scrap"]} onChange={setForm} />
        <Rest form={form} />
        <BigButton
          icon={hasFaults ? "arrow-right" : "check"}
          label={hasFaults ? station.explain : station.record}
          weight="main"
          isDisabled={form.rest === form.total}
          onPress={() => (hasFaults ? setExplaining(true) : onRecord(outcomeOf(form), []))}
        />
      </div>
    </BackSheet>
  );
}

function Rest({ form }: { readonly form: OutcomeForm }) {
  const { station } = useI18n().t;
  return (
    <p class="rest" role="status">
      {form.rest === 0
        ? station.restNone(station.day(form.total))
        : station.restLater(station.day(form.rest))}
    </p>
  );
}
