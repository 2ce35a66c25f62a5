import type { OwnProgressSetting } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";

const PATH = "/api/v1/settings/own-progress";
const REASON_SIGNS = 500;

/** Whether people may see their own progress at their station: closed until the workshop says why it opens it. */
export function OwnProgressPanel() {
  const { api } = useDesk();
  const { t, day, dayOf } = usePeopleWords();
  const reading = useRead<OwnProgressSetting>(PATH);
  const action = useAction();
  const [reason, setReason] = useState("");
  const { value } = reading;

  async function set(enabled: boolean) {
    const body = enabled ? { enabled, reason } : { enabled };
    const said = enabled ? t.team.ownOpened : t.team.ownClosed;
    const done = await action.run(api.write("PUT", PATH, body), said);
    if (done !== null) reading.reload();
  }

  return (
    <Panel title={t.team.own}>
      <p class="about">{t.team.ownLead}</p>
      <Waiting reading={reading} />
      {value?.enabled === false && (
        <form
          class="sheet-form"
          onSubmit={(event) => {
            event.preventDefault();
            void set(true);
          }}
        >
          <p>{t.team.ownOff}</p>
          <div class="row">
            <TextField
              label={t.team.ownReason}
              hint={t.team.ownReasonHint}
              value={reason}
              isRequired={true}
              max={REASON_SIGNS}
              onText={setReason}
            />
            <button type="submit" class="plain" disabled={action.isBusy}>
              {t.team.ownOpen}
            </button>
          </div>
        </form>
      )}
      {value?.enabled === true && (
        <div class="sheet-form">
          <p>
            {value.since !== null && t.team.ownOn(day(dayOf(value.since)))}{" "}
            {t.team.ownReasonWas(value.reason ?? "")}
          </p>
          <button
            type="button"
            class="plain"
            disabled={action.isBusy}
            onClick={() => void set(false)}
          >
            {t.team.ownClose}
          </button>
        </div>
      )}
      <Said outcome={action.outcome} />
    </Panel>
  );
}
