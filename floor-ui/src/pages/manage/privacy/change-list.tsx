import type { PrivacySetting, Retention } from "@trame/shared";
import { type PrivacyI18n, usePrivacyWords } from "../../../i18n/privacy.ts";
import type { DraftChange } from "./draft.ts";
import type { AccountName } from "./privacy-rows.ts";

interface Props {
  readonly changes: readonly DraftChange[];
  readonly before: PrivacySetting;
  readonly after: PrivacySetting;
  readonly accounts: readonly AccountName[];
}

/** Before and after, each with whether it tells more of people. */
export function ChangeList({ changes, before, after, accounts }: Props) {
  const i18n = usePrivacyWords();
  const { t } = i18n;
  return (
    <section class="pv-changes" aria-live="polite">
      <h3>{t.change.list}</h3>
      {changes.length === 0 && <p class="about">{t.change.none}</p>}
      <ul>
        {changes.map(({ part, isUp }) => (
          <li key={part}>
            <span>{nameOf(part, i18n)}</span>
            <span>
              <s>{toldOf(part, before, { i18n, accounts })}</s>{" "}
              <b>{toldOf(part, after, { i18n, accounts })}</b>
            </span>
            <em>{isUp ? t.change.up : part === "consultation" ? "" : t.change.down}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Words {
  readonly i18n: PrivacyI18n;
  readonly accounts: readonly AccountName[];
}

function nameOf(part: DraftChange["part"], { t }: PrivacyI18n): string {
  return isRetention(part) ? t.retention[part] : t.change[part];
}

function toldOf(part: DraftChange["part"], setting: PrivacySetting, words: Words): string {
  const { i18n, accounts } = words;
  const { t, day } = i18n;
  if (part === "aggregatesYears") return t.retention.inYears(setting.retention[part]);
  if (isRetention(part)) return t.retention.inDays(setting.retention[part]);
  switch (part) {
    case "mode":
      return t.modes[setting.mode].name;
    case "stationFigures":
    case "operationMinutes":
    case "myDay":
      return setting[part] ? t.change.on : t.change.off;
    case "supervisorId":
      return accounts.find(({ id }) => id === setting.supervisorId)?.name ?? t.change.nobody;
    case "consultation": {
      const { body = null, date = "" } = setting.consultation ?? {};
      const named = body === null ? "" : t.accompanied.bodies[body];
      return [named, date === "" ? "" : day(date)].filter((text) => text !== "").join(", ") || "—";
    }
  }
}

function isRetention(part: DraftChange["part"]): part is keyof Retention {
  return part === "samplesDays" || part === "assignmentsDays" || part === "aggregatesYears";
}
