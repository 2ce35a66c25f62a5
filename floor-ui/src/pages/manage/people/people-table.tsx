import { useDesk } from "../../../data/desk/desk-context.ts";
import type { OperatorRow } from "../../../data/desk/rows.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { saveFile } from "../../prepare/save-file.ts";
import { RemovePin } from "./remove-pin.tsx";

/** The document needs the token, which no link carries: it is fetched, then saved. */
export function BadgePrint(props: {
  readonly action: Action;
  readonly path: string;
  readonly label: string;
  readonly isLink?: boolean;
}) {
  const { action, path, label, isLink = false } = props;
  const { api } = useDesk();
  const { t, language } = usePeopleWords();
  async function print() {
    const address = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    const file = await action.run(api.fetchFile(address), t.people.badgesSaved);
    if (file !== null) saveFile(file, "badges.pdf");
  }
  return (
    <button
      type="button"
      class={isLink ? "link" : "plain"}
      disabled={action.isBusy}
      onClick={() => void print()}
    >
      {!isLink && <DeskIcon name="printer" />}
      {label}
    </button>
  );
}

/** Everybody, with what may be done about each. */
export function PeopleTable(props: {
  readonly people: readonly OperatorRow[];
  readonly action: Action;
  readonly onEdit: (row: OperatorRow) => void;
  readonly onRenew: (row: OperatorRow) => void;
  /** null: whoever looks may not. */
  readonly onRemove: ((row: OperatorRow) => void) | null;
}) {
  const { people, action, onEdit, onRenew, onRemove } = props;
  const { t } = usePeopleWords();
  return (
    <div class="scroll">
      <table class="list stack">
        <thead>
          <tr>
            <th scope="col">{t.people.pseudonym}</th>
            <th scope="col" title={t.people.idHint}>
              {t.people.id}
            </th>
            <th scope="col">{t.people.badge}</th>
            <th scope="col">{t.people.skills}</th>
            <th scope="col">{t.people.modes}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((row) => (
            <PersonRow
              key={row.id}
              row={row}
              action={action}
              onEdit={() => onEdit(row)}
              onRenew={() => onRenew(row)}
              onRemove={onRemove === null ? null : () => onRemove(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonRow(props: {
  readonly row: OperatorRow;
  readonly action: Action;
  readonly onEdit: () => void;
  readonly onRenew: () => void;
  readonly onRemove: (() => void) | null;
}) {
  const { row, action, onEdit, onRenew, onRemove } = props;
  const { t } = usePeopleWords();
  const modes = Object.entries(t.people.mode).filter(
    ([name]) => row.mode !== undefined && Reflect.get(row.mode, name) === true,
  );
  return (
    <tr>
      <th scope="row">{row.pseudonym}</th>
      <td data-label={t.people.id}>{row.id}</td>
      <td class="nowrap" data-label={t.people.badge}>
        {row.badgeCode}
      </td>
      <td data-label={t.people.skills}>
        {(row.skills ?? []).map(({ operation }) => operation).join(", ")}
      </td>
      <td data-label={t.people.modes}>{modes.map(([, label]) => label).join(", ")}</td>
      <td class="stack-tools">
        <span class="row tight">
          <button
            type="button"
            class="link"
            aria-label={t.people.editOf(row.pseudonym)}
            onClick={onEdit}
          >
            {t.people.edit}
          </button>
          <BadgePrint
            action={action}
            path={`/api/v1/operators/badges.pdf?ids=${encodeURIComponent(row.id)}`}
            label={t.people.badgeOf(row.pseudonym)}
            isLink={true}
          />
          <AskAgain
            label={t.people.renew}
            name={t.people.renewOf(row.pseudonym)}
            question={t.people.renewSure(row.badgeCode)}
            yes={t.people.renewYes}
            no={t.people.renewNo}
            isOff={action.isBusy}
            onYes={onRenew}
          />
          <RemovePin row={row} action={action} />
          {onRemove !== null && (
            <button
              type="button"
              class="link"
              aria-label={t.removal.removeOf(row.pseudonym)}
              onClick={onRemove}
            >
              {t.removal.remove}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
