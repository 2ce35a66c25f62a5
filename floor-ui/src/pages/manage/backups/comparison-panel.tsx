import type { BackupComparison, BackupSide } from "../../../data/desk/backup-rows.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { comparisonView } from "./backups-view.ts";

/** « Avant » and « Après » side by side, then what goes, what comes and what stays, in sentences. */
export function ComparisonPanel({ comparison }: { readonly comparison: BackupComparison }) {
  const words = useBackupWords();
  const { t } = words;
  const { goes, comes } = comparisonView(comparison, words);
  return (
    <>
      <div class="bk-sides">
        <Side title={t.compare.before} hint={t.compare.beforeHint} side={comparison.before} />
        <Side title={t.compare.after} hint={t.compare.afterHint} side={comparison.after} />
      </div>
      <div class="bk-sentences">
        <Sentences
          title={t.compare.goes}
          sentences={goes.length > 0 ? goes : [t.compare.nothingGoes]}
        />
        {comes.length > 0 && <Sentences title={t.compare.comes} sentences={comes} />}
        <Sentences
          title={t.compare.stays}
          sentences={[
            t.compare.staysSaved,
            t.compare.staysCounters,
            t.compare.staysTablets,
            t.compare.waits,
          ]}
        />
      </div>
    </>
  );
}

function Side(props: { readonly title: string; readonly hint: string; readonly side: BackupSide }) {
  const { title, hint, side } = props;
  const { t, moment, number } = useBackupWords();
  const figures = [
    [t.compare.pieces, side.pieces],
    [t.compare.acts, side.acts],
    [t.compare.orders, side.orders],
    [t.compare.bundles, side.bundles],
  ] as const;
  return (
    <section class="bk-side">
      <h3>{title}</h3>
      <p class="about">{hint}</p>
      <dl>
        <div class="bk-moment">
          <dt>{t.compare.lastAt}</dt>
          <dd>{side.lastAt === null ? t.compare.never : moment(side.lastAt)}</dd>
        </div>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sentences(props: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <ul>
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
