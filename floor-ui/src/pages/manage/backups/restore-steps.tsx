import { backupNameOf } from "../../../data/desk/backup-id.ts";
import type { BackupList, RestoreRow, RestoreStep } from "../../../data/desk/backup-rows.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";

const STEPS = ["saving", "preparing", "stopping", "starting"] as const satisfies RestoreStep[];
/** What came of it is shown that long. ms */
const SHOWN_MS = 3_600_000;

/** How far a restore is, and what came of the last one. */
export function RestoreSteps(props: { readonly list: BackupList; readonly isSilent: boolean }) {
  const { list, isSilent } = props;
  const { restore, now } = list;
  if (restore === null) return null;
  if (restore.endedAt === null) return <Steps restore={restore} isSilent={isSilent} />;
  return now - restore.endedAt < SHOWN_MS ? <Result restore={restore} list={list} /> : null;
}

function Steps({
  restore,
  isSilent,
}: {
  readonly restore: RestoreRow;
  readonly isSilent: boolean;
}) {
  const { t } = useBackupWords();
  // A server that does not answer has got that far already.
  const step = isSilent ? "stopping" : restore.step;
  const steps: readonly RestoreStep[] = STEPS;
  const at = steps.indexOf(step);
  return (
    <Panel title={t.restore.title}>
      <ol class="bk-steps">
        {STEPS.map((each, index) => (
          <li key={each} aria-current={index === at ? "step" : undefined}>
            {t.restore[each]}
            {index < at && <DeskIcon name="check" />}
          </li>
        ))}
      </ol>
      <p role="status" class="about">
        {isSilent ? t.restore.unreached : ""}
      </p>
    </Panel>
  );
}

function Result({ restore, list }: { readonly restore: RestoreRow; readonly list: BackupList }) {
  const { t, moment, shortMoment } = useBackupWords();
  const isDone = restore.step === "done";
  const backup = list.backups.find(({ id }) => id === restore.id);
  const backTo = backup?.totals.lastAt ?? madeAt(restore.id);
  const when = restore.endedAt === null ? "" : t.restore.at(shortMoment(restore.endedAt));
  return (
    <section class="panel" role="status">
      <header class="panel-head">
        <h2 class={isDone ? "ok-said" : ""}>
          <DeskIcon name={isDone ? "check" : "alert"} />{" "}
          {isDone ? t.restore.doneTitle : t.restore.failedTitle}
        </h2>
        <span class="aside">{when}</span>
      </header>
      {isDone ? (
        <p>
          {backTo === null ? t.restore.doneAway : t.restore.done(moment(backTo))}{" "}
          {t.restore.doneBack}
        </p>
      ) : (
        <p>{restore.message ?? t.restore.failed}</p>
      )}
    </section>
  );
}

/** Of one that was let go since; null for a file from elsewhere, whose name says when it came. */
function madeAt(id: string): number | null {
  const name = backupNameOf(id);
  return name === null || name.kind === "uploaded" ? null : name.at;
}
