import type { DefectKind } from "@trame/shared";
import { useJournalWords } from "../../../i18n/journal.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { useDefects } from "../day-defects.ts";
import type { DefectField } from "./amend-defects.ts";

export interface DefectRowsProps {
  readonly fields: readonly DefectField[];
  readonly onFields: (fields: DefectField[]) => void;
}

/** What was found, kind by kind: another kind, another number, one more or one less. */
export function DefectRows({ fields, onFields }: DefectRowsProps) {
  const { t } = useJournalWords();
  const kinds = useDefects();
  const [first] = kinds;
  const change = (at: number, to: Partial<DefectField>) =>
    onFields(fields.map((field, index) => (index === at ? { ...field, ...to } : field)));
  return (
    <fieldset class="amend-defects">
      <legend>{t.journal.fields.defects}</legend>
      {fields.length === 0 && <p class="about">{t.journal.act.noDefects}</p>}
      {fields.map((field, at) => (
        // A kind may be there twice, of two operations; rows keep their place.
        <Row
          key={at}
          {...{ field, kinds }}
          number={at + 1}
          onField={(to) => change(at, to)}
          onGone={() => onFields(fields.filter((_, index) => index !== at))}
        />
      ))}
      {first !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() =>
            onFields([...fields, { defect: first.code, operation: null, pieces: "1" }])
          }
        >
          <DeskIcon name="plus" />
          {t.journal.act.addDefect}
        </button>
      )}
    </fieldset>
  );
}

function Row(props: {
  readonly field: DefectField;
  readonly kinds: readonly DefectKind[];
  readonly number: number;
  readonly onField: (to: Partial<DefectField>) => void;
  readonly onGone: () => void;
}) {
  const { field, kinds, number, onField, onGone } = props;
  const { t, words } = useJournalWords();
  const isListed = kinds.some(({ code }) => code === field.defect);
  return (
    <div class="row">
      <select
        class="box words"
        aria-label={t.journal.act.defectKind(number)}
        value={field.defect}
        onChange={(event) => onField({ defect: event.currentTarget.value })}
      >
        {!isListed && <option value={field.defect}>{field.defect}</option>}
        {kinds.map(({ code, label }) => (
          <option key={code} value={code}>
            {words(label)}
          </option>
        ))}
      </select>
      <input
        class="box"
        aria-label={t.journal.act.defectPieces(number)}
        inputMode="numeric"
        autocomplete="off"
        value={field.pieces}
        onInput={(event) => onField({ pieces: event.currentTarget.value })}
      />
      <button
        type="button"
        class="plain"
        aria-label={t.journal.act.defectGone(number)}
        onClick={onGone}
      >
        <DeskIcon name="trash" />
      </button>
    </div>
  );
}
