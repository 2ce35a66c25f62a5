import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import type { ApiKeyRow } from "../../../data/session/access-rows.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { useSays } from "../../access/use-says.ts";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { AddKey } from "./add-key.tsx";
import { asDone } from "./as-done.ts";
import { ShownOnce } from "./shown-once.tsx";

const PATH = "/api/v1/api-keys";

/** A key that was just made. */
export interface MadeKey {
  readonly name: string;
  readonly key: string;
}

/** Keys with which other programs read and write. */
export function KeysPanel() {
  const { t } = useAccessWords();
  const reading = useRead<{ apiKeys: readonly ApiKeyRow[] }>(PATH);
  const action = useAction();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const rows = reading.value?.apiKeys;
  return (
    <Panel title={t.keys.title} aside={<span>{rows?.length ?? ""}</span>}>
      <p class="about">{t.keys.lead}</p>
      {isAdding ? (
        <AddKey
          action={action}
          onLeave={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
            reading.reload();
          }}
        />
      ) : (
        <div>
          <button
            type="button"
            class="plain"
            onClick={() => {
              action.clear();
              setMade(null);
              setAdding(true);
            }}
          >
            <DeskIcon name="plus" />
            {t.keys.add}
          </button>
        </div>
      )}
      <Said outcome={action.outcome} />
      {made !== null && (
        <ShownOnce title={t.keys.keyOf(made.name)} secret={made.key} hint={t.keys.once} />
      )}
      <Waiting reading={reading} />
      {rows?.length === 0 && <p class="about">{t.keys.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <KeyTable rows={rows} action={action} onChanged={reading.reload} />
      )}
    </Panel>
  );
}

interface RowsProps {
  readonly action: Action;
  readonly onChanged: () => void;
}

function KeyTable({ rows, ...doing }: RowsProps & { readonly rows: readonly ApiKeyRow[] }) {
  const { t } = useAccessWords();
  const { columns } = t.keys;
  return (
    <Scroll name={t.keys.title}>
      <table class="list ac-stack">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.may}</th>
            <th scope="col">{columns.ends}</th>
            <th scope="col">{columns.used}</th>
            <th scope="col">{columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} {...doing} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ row, action, onChanged }: RowsProps & { readonly row: ApiKeyRow }) {
  const { api } = useDesk();
  const { t, day } = useAccessWords();
  const { right } = useSays();
  const { keys } = t;

  async function remove() {
    const sent = api.write("DELETE", `${PATH}/${encodeURIComponent(row.id)}`).then(asDone);
    if ((await action.run(sent, keys.removed(row.name))) !== null) onChanged();
  }

  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td data-label={keys.columns.may}>
        <ul class="ac-rights">
          {row.permissions.map((permission) => (
            <li key={permission}>{right(permission)}</li>
          ))}
        </ul>
      </td>
      <td class="nowrap" data-label={keys.columns.ends}>
        {day(row.expiresAt)}
        {row.expiresAt <= Date.now() && <small>{keys.over}</small>}
      </td>
      <td class="nowrap" data-label={keys.columns.used}>
        {row.usedOn === null ? keys.never : day(Date.parse(row.usedOn))}
      </td>
      <td>
        <AskAgain
          label={keys.remove}
          name={keys.removeOf(row.name)}
          question={keys.removeSure}
          yes={keys.removeYes}
          no={keys.removeNo}
          isOff={action.isBusy}
          onYes={() => void remove()}
        />
      </td>
    </tr>
  );
}
