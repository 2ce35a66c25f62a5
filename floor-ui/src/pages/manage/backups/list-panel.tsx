import { useState } from "preact/hooks";
import type { BackupList, BackupRow } from "../../../data/desk/backup-rows.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useBackupWords } from "../../../i18n/backups.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Said } from "../../prepare/said.tsx";
import { type BackupGroup, groupsOf, sharingMinute } from "./backups-view.ts";

/** Of each kind, before all are asked for. */
const SHOWN = 5;

export interface ListPanelProps {
  readonly list: BackupList;
  readonly onRestore: (backup: BackupRow) => void;
}

/** The backups that are kept, by kind. */
export function ListPanel({ list, onRestore }: ListPanelProps) {
  const { t } = useBackupWords();
  const { api } = useDesk();
  const action = useAction();
  const groups = groupsOf(list);
  const close = sharingMinute(list.backups);

  async function download({ id }: BackupRow) {
    const asked = api.write<{ link: string }>("POST", `/api/v1/backups/${id}/link`);
    const made = await action.run(asked, "");
    if (made === null) return;
    action.clear();
    // The browser saves it by itself: a large file never passes through the page.
    location.assign(made.link);
  }

  return (
    <Panel title={t.list.title} aside={t.list.rule}>
      {groups.length === 0 && <p class="about">{t.list.none}</p>}
      <Said outcome={action.outcome} />
      {groups.map((group) => (
        <Group
          key={group.kind}
          group={group}
          close={close}
          onDownload={(backup) => void download(backup)}
          onRestore={onRestore}
        />
      ))}
    </Panel>
  );
}

function Group(props: {
  readonly group: BackupGroup;
  /** Ids of those that share a minute with another. */
  readonly close: ReadonlySet<string>;
  readonly onDownload: (backup: BackupRow) => void;
  readonly onRestore: (backup: BackupRow) => void;
}) {
  const { group, close, ...doing } = props;
  const { t } = useBackupWords();
  const [isWhole, setWhole] = useState(false);
  const { backups, kind } = group;
  const shown = isWhole ? backups : backups.slice(0, SHOWN);
  const name = t.kinds[kind];
  return (
    <>
      <Scroll name={name}>
        <table class="list tight bk-list">
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t.list.made}</th>
              <th scope="col" class="amount">
                {t.list.pieces}
              </th>
              <th scope="col" class="amount">
                {t.list.size}
              </th>
              <th scope="col">{t.list.state}</th>
              <th scope="col">{t.list.actions}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((backup) => (
              <Row key={backup.id} backup={backup} isClose={close.has(backup.id)} {...doing} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {backups.length > SHOWN && (
        <button type="button" class="link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.list.fewer : t.list.all(backups.length)}
        </button>
      )}
    </>
  );
}

function Row(props: {
  readonly backup: BackupRow;
  /** Another was made within the same minute. */
  readonly isClose: boolean;
  readonly onDownload: (backup: BackupRow) => void;
  readonly onRestore: (backup: BackupRow) => void;
}) {
  const { backup, isClose, onDownload, onRestore } = props;
  const { t, number, exactMoment, shortMoment, size, time } = useBackupWords();
  const when = isClose ? exactMoment(backup.at) : shortMoment(backup.at);
  const isDamaged = backup.damagedAt !== null;
  return (
    <tr>
      <th scope="row" class={isClose ? "" : "nowrap"}>
        {when}
        {backup.isMadeUp && <span class="bk-note">{t.list.madeUp(time(backup.at))}</span>}
      </th>
      <td class="amount" data-unit={t.list.unit(backup.totals.pieces)}>
        {number(backup.totals.pieces)}
      </td>
      <td class="amount nowrap">{size(backup.size)}</td>
      <td class="nowrap">
        <span class={isDamaged ? "bk-damaged" : "bk-sound"}>
          <DeskIcon name={isDamaged ? "alert" : "check"} />
          {isDamaged ? t.list.damaged : t.list.verified}
        </span>
      </td>
      <td>
        <span class="row tight bk-actions">
          <button
            type="button"
            class="link"
            aria-label={t.list.downloadOf(when)}
            onClick={() => onDownload(backup)}
          >
            {t.list.download}
          </button>
          {!isDamaged && (
            <button
              type="button"
              class="link"
              aria-label={t.list.restoreOf(when)}
              onClick={() => onRestore(backup)}
            >
              {t.list.restore}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
