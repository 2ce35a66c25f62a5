import type { ActAnswer } from "@trame/shared";
import { actHead } from "../../../data/desk/act-head.ts";
import { useDesk } from "../../../data/desk/desk-context.ts";
import type { ActRow, AmendmentRow } from "../../../data/desk/journal-rows.ts";
import type { Action } from "../../../data/desk/use-action.ts";
import { useJournalWords } from "../../../i18n/journal.ts";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { changesOf, type EntryNames, figuresOf, withDefects } from "./entry-view.ts";
import { useEntryNames } from "./use-entry-names.ts";

/** What corrected an act until now; the last word on a figure can be taken back. */
export function ActHistory(props: {
  readonly act: ActRow;
  readonly action: Action;
  readonly onChanged: () => void;
}) {
  const { act, action, onChanged } = props;
  const { api } = useDesk();
  const { t } = useJournalWords();
  const names = useEntryNames();

  async function undo(key: string) {
    const sent = api.write<ActAnswer>("POST", "/api/v1/undos", {
      ...actHead(Date.now()),
      undoes: key,
    });
    if ((await action.run(sent, t.journal.act.undoneSaid)) !== null) onChanged();
  }

  return (
    <>
      <h3>{t.journal.act.history}</h3>
      {act.amendments.length === 0 && <p class="about">{t.journal.act.noHistory}</p>}
      <ol class="journal">
        {act.amendments.map((amendment) => (
          <AmendmentLine
            key={amendment.key}
            amendment={amendment}
            names={names}
            isOff={action.isBusy}
            onUndo={() => void undo(amendment.key)}
          />
        ))}
      </ol>
    </>
  );
}

function AmendmentLine(props: {
  readonly amendment: AmendmentRow;
  readonly names: EntryNames;
  readonly isOff: boolean;
  readonly onUndo: () => void;
}) {
  const { amendment, names, isOff, onUndo } = props;
  const i18n = useJournalWords();
  const { t, date, dayOf, time } = i18n;
  const to = changesOf({}, withDefects(figuresOf(amendment.to), names), i18n);
  const text = to.map(({ label, is }) => `${label} ${is ?? t.journal.none}`).join(" · ");
  return (
    <li class={amendment.isUndone ? "void" : ""}>
      <p class="journal-when">
        {time(amendment.at)}
        <small>{date(dayOf(amendment.at))}</small>
      </p>
      <div class="journal-what">
        <p>{text}</p>
        <p class="about">{t.journal.reason(amendment.reason)}</p>
      </div>
      {amendment.isUndone ? (
        <b class="tag undone">{t.journal.undone}</b>
      ) : (
        <AskAgain
          label={t.journal.act.undo}
          name={`${t.journal.act.undo}, ${text}`}
          question={t.journal.act.undoSure}
          yes={t.journal.act.undoYes}
          no={t.journal.act.undoNo}
          isOff={isOff}
          onYes={onUndo}
        />
      )}
    </li>
  );
}
