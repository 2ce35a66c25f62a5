import { OPERATION_PICTOGRAMS } from "@trame/shared";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CellText } from "../../ui/desk/fields.tsx";
import { replaced } from "./replaced.ts";
import type { OperationDraft } from "./routing-form.ts";

/** Columns, and the fields that stand in each, one below the other. */
const COLUMNS = [
  { name: "code", fields: [{ field: "code", size: 3 }] },
  {
    name: "label",
    fields: [
      { field: "fr", size: 20 },
      { field: "en", size: 20 },
    ],
  },
  {
    name: "machine",
    fields: [
      { field: "machine", size: 14 },
      { field: "minutes", size: 14 },
    ],
  },
  { name: "after", fields: [{ field: "after", size: 6 }] },
  {
    name: "part",
    fields: [
      { field: "part", size: 12 },
      { field: "joins", size: 12 },
    ],
  },
] as const;

/** One operation a row. */
export function RoutingTable(props: {
  readonly operations: readonly OperationDraft[];
  readonly onOperations: (operations: readonly OperationDraft[]) => void;
}) {
  const { operations, onOperations } = props;
  const { t } = useDeskWords();
  const columns = t.routing.columns;
  return (
    <div class="scroll">
      <table class="list routing">
        <thead>
          <tr>
            {COLUMNS.map(({ name, fields }) => (
              <th key={name} scope="col">
                {fields.map(({ field }) => (
                  <span key={field}>{columns[field]}</span>
                ))}
              </th>
            ))}
            <th scope="col">
              <span>{columns.countedBy}</span>
              <span>{columns.pictogram}</span>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {operations.map((operation, index) => (
            <OperationFields
              key={index}
              operation={operation}
              onOperation={(next) => onOperations(replaced(operations, index, next))}
              onRemove={
                operations.length < 2
                  ? null
                  : () => onOperations(operations.filter((_, at) => at !== index))
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OperationFields(props: {
  readonly operation: OperationDraft;
  readonly onOperation: (operation: OperationDraft) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { operation, onOperation, onRemove } = props;
  const { t } = useDeskWords();
  const { code } = operation;
  const nameOf = (column: string) => `${column}, ${code}`;
  return (
    <tr>
      {COLUMNS.map(({ name, fields }) => (
        <td key={name}>
          {fields.map(({ field, size }) => (
            <CellText
              key={field}
              name={nameOf(t.routing.columns[field])}
              value={operation[field]}
              size={size}
              onText={(text) => onOperation({ ...operation, [field]: text })}
            />
          ))}
        </td>
      ))}
      <td>
        <select
          class="box words"
          aria-label={nameOf(t.routing.columns.countedBy)}
          value={operation.countedBy}
          onChange={({ currentTarget: { value } }) =>
            onOperation({ ...operation, countedBy: value === "scan" ? "scan" : "machine" })
          }
        >
          <option value="machine">{t.routing.byMachine}</option>
          <option value="scan">{t.routing.byScan}</option>
        </select>
        <select
          class="box words"
          aria-label={nameOf(t.routing.columns.pictogram)}
          value={operation.pictogram}
          onChange={({ currentTarget: { value } }) =>
            onOperation({ ...operation, pictogram: value })
          }
        >
          <option value="">{t.routing.noPictogram}</option>
          {OPERATION_PICTOGRAMS.map((name) => (
            <option key={name} value={name}>
              {t.routing.pictograms[name]}
            </option>
          ))}
        </select>
      </td>
      <td>
        {onRemove !== null && (
          <button
            type="button"
            class="plain icon-only"
            aria-label={t.routing.remove(code)}
            onClick={onRemove}
          >
            <DeskIcon name="trash" />
          </button>
        )}
      </td>
    </tr>
  );
}
