import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { useStartWords } from "../../i18n/start.ts";
import { TextField } from "../../ui/desk/fields.tsx";

/** Nothing can be saved without the admin token: it is asked for first, with where it is. */
export function Welcome() {
  const { api, admin } = useDesk();
  const { t } = useStartWords();
  const { unreached } = useDeskWords().t.prepare;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");

  async function tryIt() {
    const token = typed.trim();
    if (token === "") return;
    const answer = await api.tryToken(token);
    if (answer.ok) admin.keep(token);
    else setFault(answer.message === "" ? unreached : answer.message);
  }

  return (
    <form
      class="st-card"
      onSubmit={(event) => {
        event.preventDefault();
        void tryIt();
      }}
    >
      <h1>{t.welcome.title}</h1>
      <p class="about">{t.welcome.lead}</p>
      <p>
        <code class="st-file">{t.welcome.file}</code>
      </p>
      <p class="about">{t.welcome.elsewhere}</p>
      <TextField
        label={t.welcome.field}
        hint={t.welcome.kept}
        type="password"
        value={typed}
        isRequired={true}
        onText={setTyped}
      />
      <p role="status" class="fault">
        {fault}
      </p>
      <div class="st-turn">
        <button type="submit" class="act">
          {t.welcome.use}
        </button>
      </div>
    </form>
  );
}
