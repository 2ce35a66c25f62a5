import { ACCOUNT_ROLES, type AccountRole } from "@trame/shared";
import { useId, useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import type { AccountRow } from "../../../data/session/access-rows.ts";
import { drawPassword } from "../../../data/session/draw-password.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import type { Drawn } from "./accounts-panel.tsx";

/** A name and a role; the first password is drawn here, and told once. */
export function AddAccount(props: {
  readonly action: Action;
  readonly onLeave: () => void;
  readonly onAdded: (made: Drawn) => void;
}) {
  const { action, onLeave, onAdded } = props;
  const { api } = useDesk();
  const { t } = useAccessWords();
  const [name, setName] = useState("");
  const [role, setRole] = useState<AccountRole>("supervisor");

  async function make() {
    const password = drawPassword();
    const body = { name: name.trim(), role, password };
    const sent = api.write<AccountRow>("POST", "/api/v1/accounts", body);
    const made = await action.run(sent, t.accounts.made(body.name));
    if (made !== null) onAdded({ name: made.name, password });
  }

  return (
    <SheetForm onSend={() => void make()}>
      <TextField
        label={t.accounts.name}
        hint={t.accounts.nameHint}
        value={name}
        isRequired={true}
        max={64}
        isFirst={true}
        onText={setName}
      />
      <fieldset class="sub">
        <legend>{t.accounts.role}</legend>
        {ACCOUNT_ROLES.map((each) => (
          <RoleChoice key={each} role={each} isOn={each === role} onPick={setRole} />
        ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="act" disabled={action.isBusy || name.trim() === ""}>
          {t.accounts.make}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </SheetForm>
  );
}

function RoleChoice(props: {
  readonly role: AccountRole;
  readonly isOn: boolean;
  readonly onPick: (role: AccountRole) => void;
}) {
  const { role, isOn, onPick } = props;
  const { t } = useAccessWords();
  const id = useId();
  return (
    <div class="ac-role">
      <input
        id={id}
        type="radio"
        name="role"
        checked={isOn}
        aria-describedby={`${id}-hint`}
        onChange={() => onPick(role)}
      />
      <label for={id}>{t.accounts.roles[role]}</label>
      <small id={`${id}-hint`}>{t.accounts.roleHints[role]}</small>
    </div>
  );
}
