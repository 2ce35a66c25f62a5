import { UPKEEP_KINDS } from "@trame/shared";
import type { MachineRow } from "../../../data/settings/machine-rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { UpkeepLine } from "./upkeep-line.tsx";
import type { Upkeep } from "./use-upkeep.ts";

/** Every machine with each kind of upkeep. */
export function MachineTable(props: {
  readonly machines: readonly MachineRow[];
  readonly upkeep: Upkeep;
}) {
  const { machines, upkeep } = props;
  const { t, number } = useSettingsWords();
  return (
    <Scroll name={t.machines.all}>
      <table class="list se-machines">
        <thead>
          <tr>
            <th scope="col">{t.machines.machine}</th>
            <th scope="col" class="amount">
              {t.machines.today}
            </th>
            {UPKEEP_KINDS.map((kind) => (
              <th scope="col" key={kind}>
                {t.machines.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {machines.map((machine) => (
            <tr key={machine.stationId}>
              <th scope="row">
                {machine.name}
                {machine.machineType !== null && <small>{machine.machineType}</small>}
              </th>
              <td class="amount" data-label={t.machines.today}>
                {machine.stitches === null ? "—" : number(machine.stitches)}
              </td>
              {machine.upkeep.map((row) => (
                <td key={row.upkeep} data-label={t.machines.kinds[row.upkeep]}>
                  <UpkeepLine machine={machine} row={row} upkeep={upkeep} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
