import type { Plan } from "@trame/shared";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { stationOf } from "../../../data/settings/plan-edits.ts";
import type { DeviceRow, SuspectRow } from "../../../data/settings/rows.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said } from "../../prepare/said.tsx";

/** Jumps that count for nobody until somebody says whether they were sewn. */
export function SuspectsPanel(props: {
  readonly devices: readonly DeviceRow[];
  readonly plan: Plan;
  readonly onDone: () => void;
}) {
  const { devices, plan, onDone } = props;
  const { api } = useDesk();
  const { t, number, time, longDay, dayOf } = useSettingsWords();
  const action = useAction();
  const all = devices.flatMap(({ deviceId, suspects }) =>
    suspects.map((suspect) => ({ deviceId, suspect })),
  );

  async function judge({ id, pieces }: SuspectRow, word: "accept" | "reject") {
    const path = `/api/v1/suspects/${encodeURIComponent(id)}/${word}`;
    const said = word === "accept" ? t.counters.accepted : t.counters.rejected;
    if ((await action.run(api.write("POST", path), said(number(pieces)))) !== null) onDone();
  }

  function tell(deviceId: string, { kind, pieces, stationId, at }: SuspectRow): string {
    const place = stationId === null ? deviceId : (stationOf(plan, stationId)?.name ?? stationId);
    return t.counters[kind](number(pieces), place, `${longDay(dayOf(at))}, ${time(at)}`);
  }

  return (
    <Panel title={t.counters.suspects} aside={<span>{all.length}</span>}>
      <p class="about">{all.length === 0 ? t.counters.suspectsNone : t.counters.suspectsLead}</p>
      <ul class="se-matters">
        {all.map(({ deviceId, suspect }) => (
          <li key={suspect.id}>
            <p>
              <b>{deviceId}</b> {tell(deviceId, suspect)}
            </p>
            <div class="row tight">
              <button
                type="button"
                class="plain"
                aria-label={t.counters.acceptOf(number(suspect.pieces), deviceId)}
                disabled={action.isBusy}
                onClick={() => void judge(suspect, "accept")}
              >
                {t.counters.accept}
              </button>
              <button
                type="button"
                class="plain"
                aria-label={t.counters.rejectOf(number(suspect.pieces), deviceId)}
                disabled={action.isBusy}
                onClick={() => void judge(suspect, "reject")}
              >
                {t.counters.reject}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <Said outcome={action.outcome} />
    </Panel>
  );
}
