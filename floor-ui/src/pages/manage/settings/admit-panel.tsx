import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { drawHex } from "../../../data/draw-hex.ts";
import { editPlan } from "../../../data/settings/edit-plan.ts";
import { addDevice, bindDevice } from "../../../data/settings/plan-edits.ts";
import type { DeviceRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said } from "../../prepare/said.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { StationChoice } from "./station-choice.tsx";

/** 128 bits, as counters of ours are given. */
const SECRET_DIGITS = 32;

/** Counters that showed the pairing code: one tap makes them the workshop's, with a secret told once. */
export function AdmitPanel(props: {
  readonly devices: readonly DeviceRow[];
  readonly plan: Plan;
  readonly onDone: () => void;
}) {
  const { devices, plan, onDone } = props;
  const { api } = useDesk();
  const { t } = useSettingsWords();
  const action = useAction();
  const [made, setMade] = useState<{ deviceId: string; secret: string } | null>(null);

  async function admit(deviceId: string, stationId: string) {
    const secret = drawHex(SECRET_DIGITS);
    const doing = editPlan(api, (now) => {
      const known = addDevice(now, { id: deviceId, secret });
      return stationId === "" ? known : bindDevice(known, stationId, deviceId);
    });
    if ((await action.run(doing, t.counters.admitted(deviceId))) === null) return;
    setMade({ deviceId, secret });
    onDone();
  }

  return (
    <Panel title={t.counters.waitingTitle} aside={<span>{devices.length}</span>}>
      {devices.length === 0 && made === null && <p class="about">{t.counters.waitingNone}</p>}
      {devices.length > 0 && <p class="about">{t.counters.waitingLead}</p>}
      <ul class="se-waiting">
        {devices.map((device) => (
          <WaitingCounter
            key={device.deviceId}
            device={device}
            plan={plan}
            isOff={action.isBusy}
            onAdmit={(stationId) => void admit(device.deviceId, stationId)}
          />
        ))}
      </ul>
      <Said outcome={action.outcome} />
      {made !== null && <SecretOnce {...made} />}
    </Panel>
  );
}

function WaitingCounter(props: {
  readonly device: DeviceRow;
  readonly plan: Plan;
  readonly isOff: boolean;
  readonly onAdmit: (stationId: string) => void;
}) {
  const { device, plan, isOff, onAdmit } = props;
  const { t } = useSettingsWords();
  const [picked, setPicked] = useState<string | null>(null);
  const stations = plan.lines.flatMap((line) => line.stations);
  const free = stations.find((station) => station.device === undefined);
  // Until one is chosen it is the next free one: the one before may just have got another counter.
  const stationId = picked ?? free?.id ?? "";
  return (
    <li class="row">
      <p>
        <b>{device.deviceId}</b>
        <small>{t.counters.samples(device.samples ?? 0)}</small>
      </p>
      <StationChoice plan={plan} value={stationId} onPick={setPicked} />
      <button
        type="button"
        class="act"
        aria-label={t.counters.admitOf(device.deviceId)}
        disabled={isOff}
        onClick={() => onAdmit(stationId)}
      >
        {t.counters.admit}
      </button>
    </li>
  );
}
