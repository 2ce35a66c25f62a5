import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import type { ScreenRow } from "../../../data/session/access-rows.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { AddScreen } from "./add-screen.tsx";
import { asDone } from "./as-done.ts";

const PATH = "/api/v1/screens";

/** Walls and tablets: which ones were let in, one more, one less. */
export function ScreensPanel() {
  const { t } = useAccessWords();
  const reading = useRead<{ screens: readonly ScreenRow[] }>(PATH);
  const action = useAction();
  const [isAdding, setAdding] = useState(false);
  const rows = reading.value?.screens;
  return (
    <Panel title={t.screens.title} aside={<span>{rows?.length ?? ""}</span>}>
      <p class="about">{t.screens.lead}</p>
      {isAdding ? (
        <AddScreen
          action={action}
          onLeave={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            reading.reload();
          }}
        />
      ) : (
        <div>
          <button
            type="button"
            class="act"
            onClick={() => {
              action.clear();
              setAdding(true);
            }}
          >
            <DeskIcon name="plus" />
            {t.screens.add}
          </button>
        </div>
      )}
      <Said outcome={action.outcome} />
      <Waiting reading={reading} />
      {rows?.length === 0 && <p class="about">{t.screens.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <ScreenTable rows={rows} action={action} onChanged={reading.reload} />
      )}
      <p class="about">{t.screens.keyToo}</p>
    </Panel>
  );
}

interface RowsProps {
  readonly action: Action;
  readonly onChanged: () => void;
}

function ScreenTable({ rows, ...doing }: RowsProps & { readonly rows: readonly ScreenRow[] }) {
  const { t } = useAccessWords();
  const { columns } = t.screens;
  return (
    <Scroll name={t.screens.title}>
      <table class="list tight ac-stack">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.seen}</th>
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

function Row({ row, action, onChanged }: RowsProps & { readonly row: ScreenRow }) {
  const { api } = useDesk();
  const { t, day } = useAccessWords();
  const stationName = useStationName();
  const { screens } = t;

  async function remove() {
    const sent = api.write("DELETE", `${PATH}/${encodeURIComponent(row.id)}`).then(asDone);
    if ((await action.run(sent, screens.removed(row.name))) !== null) onChanged();
  }

  return (
    <tr>
      <th scope="row">
        {row.name}
        {!row.isLetIn && <small>{screens.waits}</small>}
      </th>
      <td data-label={screens.columns.kind}>
        {screens.kinds[row.kind]}
        {row.stationId !== null && <small>{stationName(row.stationId)}</small>}
      </td>
      <td class="nowrap" data-label={screens.columns.since}>
        {day(row.pairedAt)}
      </td>
      <td data-label={screens.columns.seen}>
        <Seen seenAt={row.seenAt} />
      </td>
      <td>
        <AskAgain
          label={screens.remove}
          name={screens.removeOf(row.name)}
          question={screens.removeSure}
          yes={screens.removeYes}
          no={screens.removeNo}
          isOff={action.isBusy}
          onYes={() => void remove()}
        />
      </td>
    </tr>
  );
}

const HERE_MS = 60_000;

/** When it was last connected or asked. */
function Seen({ seenAt }: Pick<ScreenRow, "seenAt">) {
  const { t, ago } = useAccessWords();
  if (seenAt === null) return <>{t.screens.never}</>;
  const age = Date.now() - seenAt;
  return <>{age < HERE_MS ? t.accounts.here : ago(age)}</>;
}
