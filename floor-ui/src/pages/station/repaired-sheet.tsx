import type { BundleCard } from "@trame/shared";
import { useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";
import { outcomeOf, startForm } from "./outcome-form.ts";
import { OutcomeSteppers } from "./outcome-steppers.tsx";
import { inRepair } from "./repaired-view.ts";
import { cardLine } from "./words.ts";

/** Pieces come back from repair: of which bundle, and what they turned out to be. */
export function RepairedSheet() {
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const bundles = inRepair(model.view.value);
  const [code, setCode] = useState(bundles.length === 1 ? bundles[0]?.code : undefined);
  const bundle = bundles.find((candidate) => candidate.code === code);
  return (
    <BackSheet icon="wrench" title={station.repairedTitle}>
      {bundle === undefined ? (
        <ul class="rows picks">
          {bundles.map((candidate) => (
            <li key={candidate.code}>
              <BigButton
                icon="package-open"
                label={`${cardLine(candidate, i18n)} · ${station.inRepair(candidate.rework)}`}
                weight="soft"
                onPress={() => setCode(candidate.code)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <RepairedForm bundle={bundle} />
      )}
    </BackSheet>
  );
}

function RepairedForm({ bundle }: { readonly bundle: BundleCard }) {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const [form, setForm] = useState(startForm(bundle.rework));
  const isNothing = form.rest === form.total;
  return (
    <div class="form">
      <OutcomeSteppers form={form} faults={["second", "scrap"]} onChange={setForm} />
      <p class="rest" role="status">
        {form.rest === 0
          ? station.restNone(station.day(form.total))
          : station.repairedRest(station.day(form.rest))}
      </p>
      <BigButton
        icon="check"
        label={station.record}
        weight="main"
        isDisabled={isNothing}
        onPress={() => {
          panel.value = "none";
          void model.finishRepaired({ code: bundle.code, outcome: outcomeOf(form) });
        }}
      />
    </div>
  );
}
