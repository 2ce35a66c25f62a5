import { useEffect, useState } from "preact/hooks";
import { isSame } from "../../../data/settings/same.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { splitList } from "../../prepare/style-form.ts";

/** Several texts in one line, with commas between them; what is typed stays as typed. */
export function ListField(props: {
  readonly label: string;
  readonly hint: string;
  readonly entries: readonly string[];
  readonly fault: string | undefined;
  readonly onEntries: (entries: string[]) => void;
}) {
  const { label, hint, entries, fault, onEntries } = props;
  const [typed, setTyped] = useState(entries.join(", "));
  useEffect(() => {
    if (!isSame(splitList(typed), entries)) setTyped(entries.join(", "));
  }, [entries]);
  return (
    <TextField
      label={label}
      hint={hint}
      fault={fault}
      value={typed}
      onText={(text) => {
        setTyped(text);
        onEntries(splitList(text));
      }}
    />
  );
}
