import type { BackupFailing, BackupList } from "../../../data/desk/backup-rows.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Said } from "../../prepare/said.tsx";
import { isLate, newestOf } from "./backups-view.ts";

/** How old the last verified backup is, what keeps the next one from being made, and one more now. */
export function StatePanel(props: { readonly list: BackupList; readonly onChanged: () => void }) {
  const { list, onChanged } = props;
  const { api } = useDesk();
  const { t, ago, moment, size } = useBackupWords();
  const action = useAction();
  const newest = newestOf(list);

  async function make() {
    if ((await action.run(api.write<BackupList>("POST", "/api/v1/backups"), "")) === null) return;
    action.clear();
    onChanged();
  }

  return (
    <section class={isLate(list) ? "panel bk-state late" : "panel bk-state"}>
      <div class="bk-age">
        <h2>{t.state.title}</h2>
        <p class="bk-big">
          <span>{list.verifiedAt === null ? t.state.none : ago(list.now - list.verifiedAt)}</span>
          {isLate(list) && (
            <span class="bk-late">
              <DeskIcon name="alert" />
              {t.state.late}
            </span>
          )}
        </p>
        {newest === null ? (
          <p class="about">{t.state.noneText}</p>
        ) : (
          <p class="about">
            {t.state.of(moment(newest.at), size(newest.size))}
            {newest.totals.lastAt !== null && (
              <>
                <br />
                {t.state.until(moment(newest.totals.lastAt))}
              </>
            )}
          </p>
        )}
      </div>
      <button
        type="button"
        class="act"
        disabled={list.doing !== null || action.isBusy}
        onClick={() => void make()}
      >
        {t.state.now}
      </button>
      <div role="status" class="bk-doing">
        {list.doing !== null && <p>{t.state.doing(t.kind[list.doing.kind])}</p>}
      </div>
      {list.failing !== null && <Failing failing={list.failing} />}
      <Said outcome={action.outcome} />
    </section>
  );
}

/** What is wrong, since when, and what to do. */
export function Failing({ failing }: { readonly failing: BackupFailing }) {
  const { t, shortMoment } = useBackupWords();
  return (
    <div class="refusal" role="alert">
      <p>
        <DeskIcon name="alert" />
        <span>
          {failing.message}{" "}
          <span class="nowrap">{t.state.failingSince(shortMoment(failing.since))}</span>
        </span>
      </p>
    </div>
  );
}
