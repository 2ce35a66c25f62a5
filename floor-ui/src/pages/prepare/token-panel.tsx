import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { TextField } from "../../ui/desk/fields.tsx";

/** Says that there is a token, and lets go of it. */
export function TokenKept() {
  const { admin } = useDesk();
  const { t } = useDeskWords();
  if (admin.token.value === null) return null;
  return (
    <p class="token-kept">
      <DeskIcon name="key" />
      {t.prepare.tokenKept}
      <button type="button" class="link" onClick={admin.forget}>
        {t.prepare.tokenForget}
      </button>
    </p>
  );
}

/** Asks for the admin token where there is none, and tries it before it is kept. */
export function TokenPanel() {
  const { admin } = useDesk();
  return admin.token.value === null ? <TokenForm /> : null;
}

function TokenForm() {
  const { api, admin } = useDesk();
  const { t } = useDeskWords();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");

  async function tryIt() {
    const token = typed.trim();
    if (token === "") return;
    const answer = await api.tryToken(token);
    if (answer.ok) admin.keep(token);
    else setFault(answer.message === "" ? t.prepare.unreached : answer.message);
  }

  return (
    <form
      class="panel token"
      onSubmit={(event) => {
        event.preventDefault();
        void tryIt();
      }}
    >
      <p>
        <b>{t.prepare.tokenTitle}</b> {t.prepare.tokenText} <code>{t.prepare.tokenFile}</code>
        {t.prepare.tokenWhere}
      </p>
      <div class="row">
        <TextField
          label={t.prepare.token}
          type="password"
          value={typed}
          isRequired={true}
          onText={setTyped}
        />
        <button type="submit" class="act">
          {t.prepare.tokenUse}
        </button>
      </div>
      <p role="status" class="fault">
        {fault}
      </p>
    </form>
  );
}
