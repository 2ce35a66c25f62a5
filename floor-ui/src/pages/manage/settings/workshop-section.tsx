import type { ScreenSettings } from "@trame/shared";
import { useScreen } from "../../../data/screen-context.ts";
import { faultsOf } from "../../../data/settings/faults.ts";
import { mergeChanges } from "../../../data/settings/merge.ts";
import { useDraft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { planSentences } from "./plan-sentences.ts";
import { SavingForm } from "./saving-form.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { SinceField } from "./since-field.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";
import { useToday } from "./use-today.ts";
import { ZoneField } from "./zone-field.tsx";

/** « Atelier » : its name, its zone, the language of its screens. */
export function WorkshopSection() {
  return (
    <SectionFrame section="workshop">
      <NameAndZone />
      <Screens />
    </SectionFrame>
  );
}

function NameAndZone() {
  const i18n = useSettingsWords();
  const { t } = i18n;
  const draft = usePlanDraft();
  const today = useToday();
  const now = useScreen().picture.now.value;
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  return (
    <SavingForm
      draft={draft}
      tell={planSentences(i18n)}
      since={draft.since.text}
      aside={<SinceField since={draft.since} today={today} />}
    >
      {(plan) => (
        <Panel title={t.settings.sections.workshop}>
          <div class="row">
            <TextField
              label={t.workshop.name}
              value={plan.workshop.name}
              max={120}
              fault={faults.get("/workshop/name")}
              onText={(name) => draft.edit({ ...plan, workshop: { ...plan.workshop, name } })}
            />
            <ZoneField
              zone={plan.workshop.timeZone}
              now={now}
              fault={faults.get("/workshop/timeZone")}
              onZone={(timeZone) =>
                draft.edit({ ...plan, workshop: { ...plan.workshop, timeZone } })
              }
            />
          </div>
        </Panel>
      )}
    </SavingForm>
  );
}

function Screens() {
  const { t } = useSettingsWords();
  const { languages } = t.workshop;
  const draft = useDraft<ScreenSettings>({
    readAt: "/api/v1/settings/screens",
    writeAt: "/api/v1/settings/screens",
    take: (answer: ScreenSettings) => answer,
    body: (value) => value,
    merge: mergeChanges,
  });
  const tell = (before: ScreenSettings, after: ScreenSettings) =>
    before.language === after.language
      ? []
      : [t.workshop.languageChange(languages[before.language], languages[after.language])];
  return (
    <SavingForm draft={draft} tell={tell}>
      {({ language }) => (
        <Panel title={t.workshop.screens}>
          <SelectField
            label={t.workshop.language}
            hint={t.workshop.languageHint}
            value={language}
            choices={(["fr", "en"] as const).map((value) => ({ value, label: languages[value] }))}
            onPick={(value) => draft.edit({ language: value === "en" ? "en" : "fr" })}
          />
        </Panel>
      )}
    </SavingForm>
  );
}
