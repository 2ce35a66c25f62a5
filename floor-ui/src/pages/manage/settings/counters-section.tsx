import type { Plan } from "@trame/shared";
import { useRead } from "../../../data/desk/use-read.ts";
import type { DeviceRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Allowed } from "../../access/allowed.tsx";
import { useHref } from "../../href.ts";
import { Waiting } from "../../prepare/said.tsx";
import { AddCounter } from "./add-counter.tsx";
import { AdmitPanel } from "./admit-panel.tsx";
import { CounterTable } from "./counter-table.tsx";
import { PairingPanel } from "./pairing-panel.tsx";
import { QuarantinePanel } from "./quarantine-panel.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { SuspectsPanel } from "./suspects-panel.tsx";
import { useEvery } from "./use-every.ts";

/** Counters come and go while the page is open. ms */
const EVERY_MS = 5_000;

/** « Compteurs » : who is there, who waits, and what is to be checked. */
export function CountersSection() {
  return (
    <SectionFrame section="counters">
      <Counters />
    </SectionFrame>
  );
}

function Counters() {
  const { t } = useSettingsWords();
  const href = useHref();
  const devices = useRead<{ devices: DeviceRow[] }>("/api/v1/devices");
  const plan = useRead<Plan>("/api/v1/plan");
  useEvery(EVERY_MS, devices.reload);
  const rows = devices.value?.devices;
  if (rows === undefined || plan.value === null) {
    return <Waiting reading={devices.value === null ? devices : plan} />;
  }
  const reload = () => {
    devices.reload();
    plan.reload();
  };
  return (
    <>
      <Allowed to="devices.write">
        <AdmitPanel
          devices={rows.filter(({ state }) => state === "waiting")}
          plan={plan.value}
          onDone={reload}
        />
      </Allowed>
      <Panel title={t.counters.all} aside={<span>{rows.length}</span>}>
        {rows.length === 0 && <p class="about">{t.counters.none}</p>}
        <CounterTable devices={rows} plan={plan.value} onDone={reload} />
        <p>
          <a href={href("/manage/settings/lines")}>{t.counters.toLines}</a>
        </p>
      </Panel>
      <Allowed to="devices.write">
        <SuspectsPanel devices={rows} plan={plan.value} onDone={reload} />
        <QuarantinePanel onDone={reload} />
        <div class="beside">
          <PairingPanel />
          <AddCounter plan={plan.value} onDone={reload} />
        </div>
      </Allowed>
    </>
  );
}
