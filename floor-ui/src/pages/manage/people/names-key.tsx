import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { Said } from "../../prepare/said.tsx";

interface KeyState {
  readonly hasKey: boolean;
  readonly isShown: boolean;
}

const PATH = "/api/v1/people/names/key";

/** The key of the names: shown once, to be printed; put back on a machine that was restored ([PD13]). */
export function NamesKey() {
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const canSee = useCan("privacy.write");
  const state = useRead<KeyState>(PATH);
  const action = useAction();
  const [key, setKey] = useState<string | null>(null);
  const [typed, setTyped] = useState("");

  async function show() {
    const shown = await action.run(
      api.write<{ key: string }>("POST", `${PATH}/show`),
      t.names.keyShown,
    );
    if (shown === null) return;
    setKey(shown.key);
    state.reload();
  }

  async function restore() {
    const sent = api.write<KeyState>("PUT", PATH, { key: typed });
    if ((await action.run(sent, t.names.keyRestored)) !== null) state.reload();
  }

  const { value } = state;
  if (value === null) return null;
  return (
    <section class="pp-key">
      <h3>{t.names.key}</h3>
      <p class="about">{value.hasKey ? t.names.keyLead : t.names.keyNone}</p>
      {key !== null && (
        <>
          <p class="pp-key-shown">{key}</p>
          <button type="button" class="plain" onClick={() => print()}>
            {t.names.keyPrint}
          </button>
        </>
      )}
      {value.hasKey && value.isShown && key === null && <p class="about">{t.names.keyGone}</p>}
      {canSee && value.hasKey && !value.isShown && (
        <button type="button" class="plain" disabled={action.isBusy} onClick={() => void show()}>
          {t.names.keyShow}
        </button>
      )}
      {canSee && !value.hasKey && (
        <form
          class="sheet-form"
          onSubmit={(event) => {
            event.preventDefault();
            void restore();
          }}
        >
          <div class="row">
            <TextField label={t.names.keyType} value={typed} isRequired={true} onText={setTyped} />
            <button type="submit" class="plain" disabled={action.isBusy}>
              {t.names.keyRestore}
            </button>
          </div>
        </form>
      )}
      <Said outcome={action.outcome} />
    </section>
  );
}
