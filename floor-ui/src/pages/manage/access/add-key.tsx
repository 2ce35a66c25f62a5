import { KEY_PERMISSIONS, type Permission } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { CheckField, SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { useSays } from "../../access/use-says.ts";
import type { MadeKey } from "./keys-panel.tsx";

const DAYS = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** What a program may, and for how long; the key is told once. */
export function AddKey(props: {
  readonly action: Action;
  readonly onLeave: () => void;
  readonly onMade: (made: MadeKey) => void;
}) {
  const { action, onLeave, onMade } = props;
  const { api } = useDesk();
  const { t } = useAccessWords();
  const { right } = useSays();
  const [name, setName] = useState("");
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const [days, setDays] = useState<number>(DAYS[1]);

  async function make() {
    const body = { name: name.trim(), permissions, expiresAt: Date.now() + days * DAY_MS };
    const sent = api.write<{ key: string }>("POST", "/api/v1/api-keys", body);
    const made = await action.run(sent, t.keys.made(body.name));
    if (made !== null) onMade({ name: body.name, key: made.key });
  }
  const set = (permission: Permission, isOn: boolean) =>
    setPermissions(
      KEY_PERMISSIONS.filter((each) => (each === permission ? isOn : permissions.includes(each))),
    );

  return (
    <SheetForm onSend={() => void make()}>
      <div class="row">
        <TextField
          label={t.keys.name}
          value={name}
          isRequired={true}
          max={64}
          isFirst={true}
          onText={setName}
        />
        <SelectField
          label={t.keys.ends}
          value={String(days)}
          choices={DAYS.map((each) => ({ value: String(each), label: t.keys.days(each) }))}
          onPick={(picked) => setDays(Number(picked))}
        />
      </div>
      <fieldset class="checks ac-checks">
        <legend>{t.keys.may}</legend>
        {KEY_PERMISSIONS.map((permission) => (
          <CheckField
            key={permission}
            label={right(permission)}
            isOn={permissions.includes(permission)}
            onSet={(isOn) => set(permission, isOn)}
          />
        ))}
      </fieldset>
      <div class="row">
        <button
          type="submit"
          class="act"
          disabled={action.isBusy || name.trim() === "" || permissions.length === 0}
        >
          {t.keys.make}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}
