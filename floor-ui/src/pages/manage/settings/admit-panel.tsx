import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { drawHex } from "../../../data/draw-hex.ts";
import { addDevice, bindDevice } from "../../../data/settings/plan-edits.ts";
import type { DeviceRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said } from "../../prepare/said.tsx";
import { LeftPlans } from "./left-plans.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { StationChoice } from "./station-choice.tsx";
import { usePlanAction } from "./use-plan-action.ts";

/** 128 bits, as counters of ours are given. */
const SECRET_DIGITS = 32;

/** Counters that showed the pairing code: one tap makes them the workshop's, with a secret told once. */
export function AdmitPanel(props: {
  readonly devices: readonly DeviceRow[];
  readonly plan: Plan;
  readonly onDone: () => void;
}) {
  const { devices, plan, onDone } = props;
  const { t } = useSettingsWords();
  const action = usePlanAction();
  const [made, setMade] = useState<{ deviceId: string; secret: string } | null>(null);

  async function admit(deviceId: string, stationId: string) {
    const secret = drawHex(SECRET_DIGITS);
    const edit = (now: Plan) => {
      const known = addDevice(now, { id: deviceId, secret });
      return stationId === "" ? known : bindDevice(known, stationId, deviceId);
    };
    if (!(await action.run(edit, t.counters.admitted(deviceId)))) return;
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
      <LeftPlans left={action.left} />
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
