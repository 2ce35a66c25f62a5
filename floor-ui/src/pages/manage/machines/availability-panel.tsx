import { useRead } from "../../../data/desk/use-read.ts";
import type { HeardAnswer, HeardRow } from "../../../data/settings/machine-rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Waiting } from "../../prepare/said.tsx";

/** How much of the working time of the last days each counter was heard. */
export function AvailabilityPanel() {
  const { t, shortDay } = useSettingsWords();
  const heard = useRead<HeardAnswer>("/api/v1/machines/heard");
  return (
    <Panel title={t.machines.availability}>
      <p class="about">{t.machines.availabilityHint}</p>
      <Waiting reading={heard} />
      {heard.value?.days.length === 0 && <p>{t.machines.noDayYet}</p>}
      {heard.value !== null && heard.value.days.length > 0 && (
        <Scroll name={t.machines.availability}>
          <table class="list tight">
            <thead>
              <tr>
                <th scope="col">{t.machines.machine}</th>
                {heard.value.days.map((day) => (
                  <th scope="col" class="amount" key={day}>
                    {shortDay(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {heard.value.machines.map((machine) => (
                <Machine key={machine.stationId} machine={machine} days={heard.value?.days ?? []} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

function Machine(props: { readonly machine: HeardRow; readonly days: readonly string[] }) {
  const { machine, days } = props;
  const { t, number } = useSettingsWords();
  return (
    <tr>
      <th scope="row">{machine.name}</th>
      {days.map((day, index) => {
        const ratio = machine.heard[index] ?? null;
        return (
          <td class="amount" key={day}>
            {ratio === null ? t.workHours.off : t.machines.share(number(100 * ratio))}
          </td>
        );
      })}
    </tr>
  );
}
