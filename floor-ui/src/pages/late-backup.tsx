import { useLateBackup } from "../data/backup-age.ts";
import { agoIn } from "../i18n/ago.ts";
import { useI18n } from "../i18n/i18n.ts";
import { useHref } from "./href.ts";
import "../styles/late-backup.css";

/** Says how old the last verified backup is, and leads to the page of backups; nothing while it is of today. */
export function LateBackup() {
  const late = useLateBackup();
  const { t, language } = useI18n();
  const href = useHref();
  if (late === null) return null;
  const text = late.age === null ? t.backup.none : t.backup.late(agoIn(language)(late.age));
  return (
    <p class="late-backup">
      <a href={href("/manage/backups")}>{text}</a>
    </p>
  );
}
