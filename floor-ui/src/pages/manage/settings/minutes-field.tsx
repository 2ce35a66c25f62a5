import { parseStandardMinutes } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import { useUnread } from "./unread.ts";

/** Standard minutes, typed in minutes or in hundredths of them; what is understood is said in both. */
export function MinutesField(props: {
  readonly minutes: number;
  readonly fault: string | undefined;
  readonly onMinutes: (minutes: number) => void;
}) {
  const { minutes, fault, onMinutes } = props;
  const { t, decimal } = useSettingsWords();
  const written = `${decimal(minutes)}\u00a0min`;
  const [typed, setTyped] = useState(written);
  const read = parseStandardMinutes(typed);
  useEffect(() => {
    const now = parseStandardMinutes(typed);
    if (!now.ok || now.minutes !== minutes) setTyped(written);
  }, [minutes]);
  useUnread(!read.ok);
  const both = read.ok
    ? t.lines.minutesBoth(decimal(read.minutes), decimal(Math.round(read.minutes * 1e8) / 1e6))
    : t.lines.minutesHint;
  return (
    <TextField
      label={t.lines.minutes}
      hint={both}
      value={typed}
      fault={read.ok ? fault : t.lines.minutesUnread}
      onText={(text) => {
        setTyped(text);
        const now = parseStandardMinutes(text);
        if (now.ok) onMinutes(now.minutes);
      }}
    />
  );
}
