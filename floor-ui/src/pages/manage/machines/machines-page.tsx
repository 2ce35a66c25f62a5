import { useRead } from "../../../data/desk/use-read.ts";
import type { MachineRow } from "../../../data/settings/machine-rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { AvailabilityPanel } from "./availability-panel.tsx";
import { MachineTable } from "./machine-table.tsx";
import { UpkeepLine } from "./upkeep-line.tsx";
import { useUpkeep } from "./use-upkeep.ts";
import "../../../styles/manage-settings.css";
import "../../../styles/manage-machines.css";

/** `/manage/machines`: what each machine did, what was done to it, and what is due. */
export function MachinesPage() {
  const { t } = useSettingsWords();
  return (
    <DeskFrame page="machines" title={t.machines.title}>
      <p class="about">{t.machines.lead}</p>
      <Machines />
    </DeskFrame>
  );
}

function Machines() {
  const { t } = useSettingsWords();
  const href = useHref();
  const list = useRead<{ machines: MachineRow[] }>("/api/v1/machines");
  const upkeep = useUpkeep(list.reload);
  const machines = list.value?.machines;
  if (machines === undefined) return <Waiting reading={list} />;
  const due = machines.flatMap((machine) =>
    machine.upkeep.filter(({ isDue }) => isDue).map((row) => ({ machine, row })),
  );
  return (
    <>
      <Panel title={t.machines.due} aside={<span>{due.length}</span>}>
        {due.length === 0 && <p class="about">{t.machines.dueNone}</p>}
        <ul class="se-matters">
          {due.map(({ machine, row }) => (
            <li key={`${machine.stationId} ${row.upkeep}`}>
              <UpkeepLine machine={machine} row={row} upkeep={upkeep} isNamed={true} />
            </li>
          ))}
        </ul>
        <Said outcome={upkeep.outcome} />
      </Panel>
      <Panel
        title={t.machines.all}
        aside={<a href={href("/manage/settings/limits")}>{t.machines.limits}</a>}
      >
        {machines.length === 0 ? (
          <p class="about">
            {t.machines.none} <a href={href("/manage/settings/lines")}>{t.machines.describe}</a>
          </p>
        ) : (
          <MachineTable machines={machines} upkeep={upkeep} />
        )}
      </Panel>
      {machines.length > 0 && <AvailabilityPanel />}
    </>
  );
}
