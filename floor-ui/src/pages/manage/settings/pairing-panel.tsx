import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { faultsOf } from "../../../data/settings/faults.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";

const PAIRING = "/api/v1/settings/pairing-code";

/** Whether a new counter that shows a code may wait to be admitted. */
export function PairingPanel() {
  const { api } = useDesk();
  const { t } = useSettingsWords();
  const action = useAction();
  const status = useRead<{ isOn: boolean }>(PAIRING);
  const [typed, setTyped] = useState("");
  const isOn = status.value?.isOn === true;
  const faults = faultsOf(action.outcome);

  async function put(code: string | null) {
    const said = code === null ? t.counters.pairingIsOff : t.counters.pairingIsOn;
    if ((await action.run(api.write("PUT", PAIRING, { code }), said)) === null) return;
    setTyped("");
    status.reload();
  }

  return (
    <Panel title={t.counters.pairing}>
      <Waiting reading={status} />
      {status.value !== null && <p>{isOn ? t.counters.pairingOn : t.counters.pairingOff}</p>}
      <SheetForm onSend={() => void put(typed)}>
        <div class="row">
          <TextField
            label={t.counters.pairingCode}
            hint={t.counters.pairingHint}
            value={typed}
            fault={faults.get("/code")}
            onText={setTyped}
          />
          <button type="submit" class="plain" disabled={action.isBusy || typed === ""}>
            {isOn ? t.counters.pairingChange : t.counters.pairingSet}
          </button>
          {isOn && (
            <button
              type="button"
              class="plain"
              disabled={action.isBusy}
              onClick={() => void put(null)}
            >
              {t.counters.pairingStop}
            </button>
          )}
        </div>
      </SheetForm>
      {faults.size === 0 && <Said outcome={action.outcome} />}
    </Panel>
  );
}
