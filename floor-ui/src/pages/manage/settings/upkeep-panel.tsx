import { UPKEEP_KINDS, UPKEEP_MEASURES, type UpkeepLimits } from "@trame/shared";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { NumberCell } from "./number-cell.tsx";
import { SettingPanel } from "./setting-panel.tsx";

/** How much a machine may work between two upkeeps. */
export function UpkeepPanel() {
  const { t, decimal } = useSettingsWords();
  const { measures } = t.limits;
  const tell = (before: UpkeepLimits, after: UpkeepLimits) =>
    UPKEEP_KINDS.flatMap((kind) =>
      UPKEEP_MEASURES.filter((measure) => before[kind][measure] !== after[kind][measure]).map(
        (measure) =>
          t.limits.change(
            t.limits.upkeepOf(t.limits.kinds[kind], measures[measure]),
            decimal(before[kind][measure]),
            decimal(after[kind][measure]),
          ),
      ),
    );
  return (
    <SettingPanel<UpkeepLimits>
      title={t.limits.upkeep}
      lead={t.limits.upkeepLead}
      address="/api/v1/settings/upkeep"
      tell={tell}
    >
      {(value, edit, faults) => (
        <table class="list tight se-wide se-limits">
          <thead>
            <tr>
              <td />
              {UPKEEP_MEASURES.map((measure) => (
                <th scope="col" key={measure}>
                  {measures[measure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {UPKEEP_KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t.limits.kinds[kind]}</th>
                {UPKEEP_MEASURES.map((measure) => (
                  <td key={measure}>
                    <NumberCell
                      name={t.limits.upkeepOf(t.limits.kinds[kind], measures[measure])}
                      value={value[kind][measure]}
                      isNeeded={true}
                      fault={faults.get(`/${kind}/${measure}`)}
                      onNumber={(number) => {
                        if (number !== null)
                          edit({ ...value, [kind]: { ...value[kind], [measure]: number } });
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingPanel>
  );
}
