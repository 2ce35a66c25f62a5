import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { JournalPageRows, JournalRow } from "../../../data/desk/journal-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { type JournalI18n, useJournalWords } from "../../../i18n/journal.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { useHref } from "../../href.ts";
import { DeskFrame } from "../../prepare/desk-frame.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { ActPanel } from "./act-panel.tsx";
import { authorWords } from "./author-words.ts";
import { type EntryNames, entryView } from "./entry-view.ts";
import { nextDay } from "./next-day.ts";
import { planLines } from "./plan-lines.ts";
import { settingLines } from "./setting-lines.ts";
import { useEntryNames } from "./use-entry-names.ts";
import { VerifiedPanel } from "./verified-panel.tsx";
import "../../../styles/manage-journal.css";

/** `/manage/journal`: who changed what; with `?act=` the figures of one act, to be corrected. */
export function JournalPage() {
  const { t } = useJournalWords();
  const { query } = useLocation();
  const [round, setRound] = useState(0);
  const { act, code = null } = query;
  return (
    <DeskFrame page="journal" title={t.journal.title}>
      {act !== undefined && (
        <Opened key={`${act} ${code}`}>
          <ActPanel act={{ key: act, code }} onChanged={() => setRound((before) => before + 1)} />
        </Opened>
      )}
      <VerifiedPanel />
      <Entries key={round} />
    </DeskFrame>
  );
}

/** Whoever chose a line far down the list is led to what opened above it. */
function Opened({ children }: { readonly children: ComponentChildren }) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1}>
      {children}
    </div>
  );
}

function Entries() {
  const { t } = useJournalWords();
  const [of, setOf] = useState("all");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const span = [
    ...(from === "" ? [] : [`from=${from}`]),
    ...(to === "" ? [] : [`to=${nextDay(to)}`]),
  ];
  const path = `/api/v1/journal?${[`of=${of}`, ...span].join("&")}`;
  return (
    <Panel title={t.journal.listed}>
      <p class="about">{t.journal.lead}</p>
      <div class="row">
        <SelectField
          label={t.journal.of}
          value={of}
          choices={[
            { value: "all", label: t.journal.ofAll },
            { value: "figures", label: t.journal.ofFigures },
            { value: "settings", label: t.journal.ofSettings },
          ]}
          onPick={setOf}
        />
        <TextField label={t.journal.from} type="date" value={from} onText={setFrom} />
        <TextField label={t.journal.to} type="date" value={to} onText={setTo} />
      </div>
      <Page key={path} path={path} isFirst={true} />
    </Panel>
  );
}

/** A page of the list, and the next one below it once it is asked for. */
function Page({ path, isFirst }: { readonly path: string; readonly isFirst: boolean }) {
  const { t } = useJournalWords();
  const reading = useRead<JournalPageRows>(path);
  const [isNextShown, setNextShown] = useState(false);
  const page = reading.value;
  const next = page?.next ?? null;
  const names = useEntryNames();
  return (
    <>
      <Waiting reading={reading} />
      {isFirst && page?.entries.length === 0 && <p>{t.journal.nothing}</p>}
      <ol class="journal">
        {page?.entries.map((row) => (
          <Entry key={row.n} row={row} names={names} />
        ))}
      </ol>
      {next !== null && !isNextShown && (
        <button type="button" class="plain" onClick={() => setNextShown(true)}>
          {t.journal.more}
        </button>
      )}
      {next !== null && isNextShown && (
        <Page path={`${path.replace(/&before=\d+$/, "")}&before=${next}`} isFirst={false} />
      )}
    </>
  );
}

/** Kinds whose figures can be corrected; a correction leads to the act that it is about. */
const CORRECTABLE = ["correction", "hand-count"];

/** What no one signed: the server's own nightly work, or what was done before authors were kept. */
function byNobody({ kind }: JournalRow, t: JournalI18n["t"]): string {
  return kind === "purge" ? t.journal.byServer : t.journal.byDesk;
}

function Entry({ row, names }: { readonly row: JournalRow; readonly names: EntryNames }) {
  const i18n = useJournalWords();
  const { t, date, dayOf, time } = i18n;
  const href = useHref();
  const { title, changes, hasDetail } = entryView(row, names, i18n);
  const station = row.stationId === null ? null : names.stationName(row.stationId);
  const by =
    authorWords(row.author, { t, stationName: names.stationName }) ??
    (row.by === "station" && station !== null ? station : byNobody(row, t));
  const act = row.kind === "amend" ? row.about : row.key;
  const isCorrectable = row.kind === "amend" || CORRECTABLE.includes(row.kind);
  return (
    <li class={row.isUndone ? "void" : ""}>
      <p class="journal-when">
        {time(row.at)}
        <small>{date(dayOf(row.at))}</small>
      </p>
      <div class="journal-what">
        <p>
          <b>{title}</b>
          {row.isUndone && <b class="tag undone">{t.journal.undone}</b>}
        </p>
        {changes.length > 0 && (
          <ul class="journal-changes">
            {changes.map(({ label, was, is }) => (
              <li key={label}>
                {label} {was !== null && <s>{was}</s>} <b>{is ?? t.journal.none}</b>
              </li>
            ))}
          </ul>
        )}
        <Told row={row} />
        {row.reason !== null && <p class="about">{t.journal.reason(row.reason)}</p>}
        {hasDetail && <Detail row={row} />}
      </div>
      <p class="journal-by">{by}</p>
      {isCorrectable && act !== null && !row.isUndone && (
        <a
          class="plain"
          href={href(`/manage/journal?act=${encodeURIComponent(act)}${codeOf(row)}`)}
          aria-label={t.journal.correctOf(title)}
        >
          {t.journal.correct}
        </a>
      )}
    </li>
  );
}

/** What of the plan or of a limit is otherwise now. */
function Told({ row }: { readonly row: JournalRow }) {
  const i18n = useSettingsWords();
  const told = [...planLines(row, i18n), ...settingLines(row, i18n)];
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** A cutting is corrected bundle by bundle. */
function codeOf({ about, subject }: JournalRow): string {
  const isOfCut = about?.startsWith("cut:") === true && subject !== null;
  return isOfCut ? `&code=${encodeURIComponent(subject)}` : "";
}

/** As it is on record, for whoever looks closer. */
function Detail({ row }: { readonly row: JournalRow }) {
  const { t } = useJournalWords();
  return (
    <details>
      <summary>{t.journal.detail}</summary>
      <div class="journal-detail">
        <section>
          <h3>{t.journal.was}</h3>
          <pre>{row.before === null ? "—" : JSON.stringify(row.before, null, 2)}</pre>
        </section>
        <section>
          <h3>{t.journal.is}</h3>
          <pre>{row.after === null ? "—" : JSON.stringify(row.after, null, 2)}</pre>
        </section>
      </div>
    </details>
  );
}
