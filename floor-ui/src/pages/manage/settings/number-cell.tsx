import { useEffect, useState } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { CellNumber } from "../../../ui/desk/fields.tsx";
import { parseNumber } from "./number-text.ts";
import { useUnread } from "./unread.ts";

/** A number in a table, which may be empty unless it is needed; what is typed stays as typed while it can't be read. */
export function NumberCell(props: {
  readonly name: string;
  readonly value: number | null;
  readonly fault?: string | undefined;
  readonly isNeeded?: boolean;
  readonly onNumber: (value: number | null) => void;
}) {
  const { name, value, fault, isNeeded = false, onNumber } = props;
  const { t, decimal } = useSettingsWords();
  const [typed, setTyped] = useState(value === null ? "" : decimal(value));
  useEffect(() => {
    if (parseNumber(typed) !== value) setTyped(value === null ? "" : decimal(value));
  }, [value]);
  const read = parseNumber(typed);
  const isUnread = read === undefined || (read === null && isNeeded);
  useUnread(isUnread);
  const told = isUnread ? t.limits.unread : fault;
  return (
    <>
      <CellNumber
        name={name}
        value={typed}
        onText={(text) => {
          setTyped(text);
          const next = parseNumber(text);
          if (next !== undefined) onNumber(next);
        }}
      />
      {told !== undefined && <small class="field-fault">{told}</small>}
    </>
  );
}
