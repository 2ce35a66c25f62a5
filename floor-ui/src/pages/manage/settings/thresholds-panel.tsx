import { faultsOf } from "../../../data/settings/faults.ts";
import { setThreshold } from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { NumberCell } from "./number-cell.tsx";
import { planSentences } from "./plan-sentences.ts";
import { SavingForm } from "./saving-form.tsx";
import { SinceField } from "./since-field.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";
import { useToday } from "./use-today.ts";

/** When a station of an operation waits, and when a stop asks for its cause: part of the plan. */
export function ThresholdsPanel() {
  const i18n = useSettingsWords();
  const { t } = i18n;
  const draft = usePlanDraft();
  const today = useToday();
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  return (
    <Panel title={t.limits.stops}>
      <p class="about">{t.limits.stopsLead}</p>
      <SavingForm
        draft={draft}
        tell={planSentences(i18n)}
        since={draft.since.text}
        aside={<SinceField since={draft.since} today={today} />}
      >
        {(plan) => {
          const stations = plan.lines.flatMap((line) => line.stations);
          const operations = [...new Set(stations.map(({ operation }) => operation))];
          return (
            <table class="list tight">
              <thead>
                <tr>
                  <th scope="col">{t.limits.operation}</th>
                  <th scope="col">{`${t.limits.wait} (${t.limits.units.minutes})`}</th>
                  <th scope="col">{`${t.limits.explain} (${t.limits.units.minutes})`}</th>
                </tr>
              </thead>
              <tbody>
                {operations.map((operation) => {
                  const index = plan.thresholds?.findIndex((of) => of.operation === operation);
                  const own = plan.thresholds?.[index ?? -1];
                  const { waitMinutes = null, explainMinutes = null } = own ?? {};
                  const set = (changes: object) =>
                    draft.edit(
                      setThreshold(plan, operation, { waitMinutes, explainMinutes, ...changes }),
                    );
                  return (
                    <tr key={operation}>
                      <th scope="row">{operation}</th>
                      <td>
                        <NumberCell
                          name={t.limits.waitOf(operation)}
                          value={waitMinutes}
                          fault={faults.get(`/thresholds/${index}/waitMinutes`)}
                          onNumber={(value) => set({ waitMinutes: value })}
                        />
                      </td>
                      <td>
                        <NumberCell
                          name={t.limits.explainOf(operation)}
                          value={explainMinutes}
                          fault={faults.get(`/thresholds/${index}/explainMinutes`)}
                          onNumber={(value) => set({ explainMinutes: value })}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          );
        }}
      </SavingForm>
    </Panel>
  );
}
