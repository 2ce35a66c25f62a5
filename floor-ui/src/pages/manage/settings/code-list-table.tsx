import { CAUSE_CLASSES, type CauseClass } from "@trame/shared";
import type { CodeEntry } from "../../../data/settings/code-list.ts";
import { type Faults, faultsUnder } from "../../../data/settings/faults.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { CellText } from "../../../ui/desk/fields.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { replaced } from "../../prepare/replaced.ts";
import { MoveButtons } from "./move-buttons.tsx";

/** Entries one under the other, in the order in which they are offered. */
export function CodeListTable(props: {
  readonly entries: readonly CodeEntry[];
  readonly faults: Faults;
  readonly field: "causes" | "defects";
  readonly onEntries: (entries: readonly CodeEntry[]) => void;
}) {
  const { entries, faults, field, onEntries } = props;
  const { t } = useSettingsWords();
  const hasClasses = field === "causes";
  const moved = (index: number, by: 1 | -1) => {
    const entry = entries[index];
    const other = entries[index + by];
    if (entry === undefined || other === undefined) return entries;
    return replaced(replaced(entries, index, other), index + by, entry);
  };
  return (
    <Scroll name={t.settings.sections[field]}>
      <table class="list stack se-codes">
        <thead>
          <tr>
            <th scope="col">{t.lists.french}</th>
            <th scope="col">{t.lists.english}</th>
            {hasClasses && <th scope="col">{t.lists.class}</th>}
            <th scope="col">{t.lists.order}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <EntryRow
              key={entry.code}
              entry={entry}
              row={index + 1}
              count={entries.length}
              faults={faultsUnder(faults, `/${field}/${index}`)}
              onEntry={(next) => onEntries(replaced(entries, index, next))}
              onMove={(by) => onEntries(moved(index, by))}
              onRemove={() => onEntries(entries.filter((_, at) => at !== index))}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function EntryRow(props: {
  readonly entry: CodeEntry;
  readonly row: number;
  readonly count: number;
  readonly faults: Faults;
  readonly onEntry: (entry: CodeEntry) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { entry, row, count, faults, onEntry, onMove, onRemove } = props;
  const { t } = useSettingsWords();
  const { fr, en = "" } = entry.label;
  const name = fr === "" ? t.lists.row(row) : fr;
  const [fault] = [...faults.values()];
  return (
    <tr>
      <td data-label={t.lists.french}>
        <CellText
          name={t.lists.frenchOf(t.lists.row(row))}
          value={fr}
          size={24}
          onText={(text) => onEntry({ ...entry, label: { ...entry.label, fr: text } })}
        />
        {fault !== undefined && <small class="field-fault">{fault}</small>}
      </td>
      <td data-label={t.lists.english}>
        <CellText
          name={t.lists.englishOf(t.lists.row(row))}
          value={en}
          size={20}
          onText={(text) => onEntry({ ...entry, label: { ...entry.label, en: text } })}
        />
      </td>
      {entry.class !== undefined && (
        <td data-label={t.lists.class}>
          <select
            class="box words"
            aria-label={t.lists.classOf(name)}
            value={entry.class}
            onChange={(event) =>
              onEntry({ ...entry, class: event.currentTarget.value as CauseClass })
            }
          >
            {CAUSE_CLASSES.map((each) => (
              <option key={each} value={each}>
                {t.lists.classes[each]}
              </option>
            ))}
          </select>
        </td>
      )}
      <td data-label={t.lists.order}>
        <span class="se-order">
          <MoveButtons what={name} isFirst={row === 1} isLast={row === count} onMove={onMove} />
          <button
            type="button"
            class="plain icon-only"
            aria-label={t.settings.remove(name)}
            onClick={onRemove}
          >
            <DeskIcon name="trash" />
          </button>
        </span>
      </td>
    </tr>
  );
}
