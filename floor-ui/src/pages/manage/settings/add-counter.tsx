import type { Plan } from "@trame/shared";
import { useState } from "preact/hooks";
import { drawHex } from "../../../data/draw-hex.ts";
import { addDevice, bindDevice } from "../../../data/settings/plan-edits.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said } from "../../prepare/said.tsx";
import { LeftPlans } from "./left-plans.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { StationChoice } from "./station-choice.tsx";
import { usePlanAction } from "./use-plan-action.ts";

const SECRET_DIGITS = 32;

/** A counter that does not use the pairing code. */
export function AddCounter({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t } = useSettingsWords();
  const action = usePlanAction();
  const [id, setId] = useState("");
  const [make, setMake] = useState<"trame" | "tasmota">("trame");
  const [stationId, setStationId] = useState("");
  const [made, setMade] = useState<{ deviceId: string; secret: string } | null>(null);

  // Another secret under a known name would shut its counter out.
  const isTaken = plan.devices.some((device) => device.id === id.trim());

  async function add() {
    const deviceId = id.trim();
    if (deviceId === "" || isTaken) return;
    const secret = drawHex(SECRET_DIGITS);
    const device = { id: deviceId, secret, ...(make === "tasmota" && { make }) };
    const edit = (now: Plan) => {
      const known = addDevice(now, device);
      return stationId === "" ? known : bindDevice(known, stationId, deviceId);
    };
    if (!(await action.run(edit, t.counters.admitted(deviceId)))) return;
    setMade({ deviceId, secret });
    setId("");
    onDone();
  }

  return (
    <Panel title={t.counters.addTitle}>
      <p class="about">{t.counters.addLead}</p>
      <SheetForm onSend={() => void add()}>
        <div class="row">
          <TextField
            label={t.counters.id}
            hint={t.counters.idHint}
            value={id}
            fault={isTaken ? t.counters.idTaken : undefined}
            max={64}
            onText={setId}
          />
          <SelectField
            label={t.counters.make}
            value={make}
            choices={(["trame", "tasmota"] as const).map((value) => ({
              value,
              label: t.counters.makes[value],
            }))}
            onPick={(value) => setMake(value === "tasmota" ? "tasmota" : "trame")}
          />
          <StationChoice plan={plan} value={stationId} onPick={setStationId} />
          <button
            type="submit"
            class="plain"
            disabled={action.isBusy || id.trim() === "" || isTaken}
          >
            {t.counters.add}
          </button>
        </div>
      </SheetForm>
      <Said outcome={action.outcome} />
      <LeftPlans left={action.left} />
      {made !== null && <SecretOnce {...made} />}
    </Panel>
  );
}
