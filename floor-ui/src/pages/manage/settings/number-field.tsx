import { useEffect, useState } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { parseNumber } from "./number-text.ts";
import { useUnread } from "./unread.ts";

export interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  /** null: nothing is set. */
  readonly value: number | null;
  readonly isWhole?: boolean;
  /** Something must be set: an empty field says so. */
  readonly isNeeded?: boolean;
  readonly onNumber: (value: number | null) => void;
}

/** A number as people write it; what is typed stays as typed while it can't be read, and is said to be so. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, fault, value, isWhole = false, isNeeded = false, onNumber } = props;
  const { t, decimal } = useSettingsWords();
  const [typed, setTyped] = useState(value === null ? "" : decimal(value));
  const read = parseNumber(typed);
  // Another value came from elsewhere: an undo, or somebody else's change.
  useEffect(() => {
    if (parseNumber(typed) !== value) setTyped(value === null ? "" : decimal(value));
  }, [value]);
  const isUnread =
    read === undefined || (read === null ? isNeeded : isWhole && !Number.isInteger(read));
  useUnread(isUnread);
  return (
    <TextField
      label={label}
      hint={hint}
      fault={isUnread ? t.limits.unread : fault}
      keys={isWhole ? "numeric" : "decimal"}
      value={typed}
      onText={(text) => {
        setTyped(text);
        const next = parseNumber(text);
        if (next !== undefined && (!isWhole || next === null || Number.isInteger(next)))
          onNumber(next);
      }}
    />
  );
}
