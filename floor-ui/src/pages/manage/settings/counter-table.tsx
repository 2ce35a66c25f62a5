import type { Plan } from "@trame/shared";
import { useScreen } from "../../../data/screen-context.ts";
import { removeDevice, stationOf } from "../../../data/settings/plan-edits.ts";
import type { DeviceRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { Said } from "../../prepare/said.tsx";
import { LeftPlans } from "./left-plans.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { usePlanAction } from "./use-plan-action.ts";
import { useSecrets } from "./use-secrets.ts";

/** dBm; below the first a link is fair, below the second it is weak. */
const FAIR_BELOW = -67;
const WEAK_BELOW = -75;

/** Every counter with how it is, and what can be done about it. */
export function CounterTable(props: {
  readonly devices: readonly DeviceRow[];
  readonly plan: Plan;
  readonly onDone: () => void;
}) {
  const { devices, plan, onDone } = props;
  const { t } = useSettingsWords();
  const action = usePlanAction();
  const secrets = useSecrets(onDone);

  async function remove(deviceId: string) {
    const edit = (now: Plan) => removeDevice(now, deviceId);
    secrets.clear();
    if (await action.run(edit, t.counters.removed(deviceId))) onDone();
  }

  return (
    <>
      <Scroll name={t.counters.all}>
        <table class="list se-counters">
          <thead>
            <tr>
              <th scope="col">{t.counters.counter}</th>
              <th scope="col">{t.counters.station}</th>
              <th scope="col">{t.counters.state}</th>
              <th scope="col">{t.counters.heard}</th>
              <th scope="col">{t.counters.signal}</th>
              <th scope="col">{t.counters.firmware}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <CounterRow
                key={device.deviceId}
                device={device}
                plan={plan}
                isOff={action.isBusy || secrets.isBusy}
                onSecret={() => void secrets.give(device.deviceId)}
                onRevoke={() => void secrets.revoke(device.deviceId)}
                onRemove={() => void remove(device.deviceId)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Said outcome={secrets.outcome ?? action.outcome} />
      <LeftPlans left={action.left} />
      {secrets.made !== null && <SecretOnce {...secrets.made} />}
    </>
  );
}

function CounterRow(props: {
  readonly device: DeviceRow;
  readonly plan: Plan;
  readonly isOff: boolean;
  readonly onSecret: () => void;
  readonly onRevoke: () => void;
  readonly onRemove: () => void;
}) {
  const { device, plan, isOff, onSecret, onRevoke, onRemove } = props;
  const { t } = useSettingsWords();
  const { deviceId, stations, state, firmware, uncertain } = device;
  const isOurs = plan.devices.some(({ id }) => id === deviceId);
  const names = stations.map(({ stationId }) => stationOf(plan, stationId)?.name ?? stationId);
  return (
    <tr>
      <th scope="row">
        {deviceId}
        {uncertain > 0 && <small>{t.counters.uncertain(uncertain)}</small>}
      </th>
      <td data-label={t.counters.station}>
        {names.length === 0 ? t.counters.unbound : names.join(", ")}
      </td>
      <td data-label={t.counters.state}>
        <Presence device={device} />
      </td>
      <td class="nowrap" data-label={t.counters.heard}>
        <Heard device={device} />
      </td>
      <td class="nowrap" data-label={t.counters.signal}>
        <Signal device={device} />
      </td>
      <td data-label={t.counters.firmware}>{firmware ?? "—"}</td>
      <td class="line-tools">
        {isOurs && state !== "waiting" && (
          <span class="row tight">
            <AskAgain
              label={t.counters.newSecret}
              name={t.counters.newSecretOf(deviceId)}
              question={t.counters.newSecretSure(deviceId)}
              yes={t.counters.newSecretYes}
              no={t.counters.no}
              isOff={isOff}
              onYes={onSecret}
            />
            {device.hasSecret && (
              <AskAgain
                label={t.counters.revoke}
                name={t.counters.revokeOf(deviceId)}
                question={t.counters.revokeSure(deviceId)}
                yes={t.counters.revokeYes}
                no={t.counters.no}
                isOff={isOff}
                onYes={onRevoke}
              />
            )}
            <AskAgain
              label={t.counters.remove}
              name={t.counters.removeOf(deviceId)}
              question={t.counters.removeSure(deviceId)}
              yes={t.counters.removeYes}
              no={t.counters.no}
              isOff={isOff}
              onYes={onRemove}
            />
          </span>
        )}
      </td>
    </tr>
  );
}

/** Online in a word with its shape; who waits says so. */
function Presence({ device }: { readonly device: DeviceRow }) {
  const { t } = useSettingsWords();
  const { online, state } = device;
  const word = state === "waiting" ? t.counters.waiting : null;
  return (
    <span class="se-presence" data-online={online}>
      {[online ? t.counters.online : t.counters.offline, ...(word === null ? [] : [word])].join(
        " · ",
      )}
    </span>
  );
}

function Heard({ device: { lastHeardAt } }: { readonly device: DeviceRow }) {
  const { t, duration, longDay, dayOf, time } = useSettingsWords();
  const now = useScreen().picture.now.value;
  if (lastHeardAt === null) return <>{t.counters.never}</>;
  if (now === null) return <>{time(lastHeardAt)}</>;
  if (now - lastHeardAt < 60_000) return <>{t.counters.justNow}</>;
  if (dayOf(now) !== dayOf(lastHeardAt)) return <>{longDay(dayOf(lastHeardAt))}</>;
  return <>{t.counters.ago(duration(now - lastHeardAt))}</>;
}

function Signal({ device: { rssi, online } }: { readonly device: DeviceRow }) {
  const { t, signed } = useSettingsWords();
  if (rssi === null || !online) return <>{t.workHours.off}</>;
  const { signals } = t.counters;
  const fair = rssi < FAIR_BELOW ? signals.fair : signals.good;
  return <>{`${rssi < WEAK_BELOW ? signals.weak : fair} · ${t.counters.dbm(signed(rssi))}`}</>;
}
