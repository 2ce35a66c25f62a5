import type { FaultRow, VerificationRow, VerifiedRow } from "../../../data/desk/journal-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { type JournalI18n, useJournalWords } from "../../../i18n/journal.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { hasWord } from "./entry-view.ts";

/** When the journal was last read whole, and what was found. */
export function VerifiedPanel() {
  const { t } = useJournalWords();
  const reading = useRead<VerificationRow>("/api/v1/journal/verification");
  const { value } = reading;
  return (
    <Panel title={t.journal.whole.title}>
      <Waiting reading={reading} />
      {value?.last === null && <p class="about">{t.journal.whole.never}</p>}
      {value != null && value.last !== null && <Found found={value.last} />}
    </Panel>
  );
}

function Found({ found }: { readonly found: VerifiedRow }) {
  const { t, date, dayOf, time } = useJournalWords();
  const words = t.journal.whole;
  const isWhole = found.isSealed && found.faultCount === 0;
  return (
    <div class="journal-whole">
      {isWhole && (
        <p class="ok-said">
          <DeskIcon name="check" />
          {words.entire(found.lines)}
        </p>
      )}
      {!found.isSealed && (
        <div class="refusal">
          <p>
            <DeskIcon name="alert" />
            {words.unsealed}
          </p>
        </div>
      )}
      {found.faultCount > 0 && <Faults found={found} />}
      <p class="about">{words.at(`${date(dayOf(found.at))}, ${time(found.at)}`)}</p>
      {isWhole && found.headsMet === 0 && <p class="about">{words.noHead}</p>}
      {found.head !== null && (
        <details>
          <summary>{words.head}</summary>
          <p class="journal-head">
            <code>{found.head}</code>
          </p>
          <p class="about">{words.headWhy}</p>
        </details>
      )}
    </div>
  );
}

/** So many are listed: the first says where to look. */
const LISTED_MAX = 10;

function Faults({ found }: { readonly found: VerifiedRow }) {
  const i18n = useJournalWords();
  const words = i18n.t.journal.whole;
  const listed = found.faults.slice(0, LISTED_MAX);
  const others = found.faultCount - listed.length;
  return (
    <div class="refusal">
      <p>
        <DeskIcon name="alert" />
        {words.broken(found.faultCount)}
      </p>
      <ul>
        {listed.map((fault) => (
          <li key={`${fault.kind} ${fault.n}`}>{faultWords(fault, i18n)}</li>
        ))}
        {others > 0 && <li>{words.others(others)}</li>}
      </ul>
      <p>{words.ask}</p>
    </div>
  );
}

/** Which line it is, and what is wrong with it. */
function faultWords({ kind, n, at, lines }: FaultRow, i18n: JournalI18n): string {
  const { t, date, dayOf, number, time } = i18n;
  const moment = at === null ? null : `${date(dayOf(at))}, ${time(at)}`;
  const said = hasWord(t.journal.whole.faults, kind) ? t.journal.whole.faults[kind] : kind;
  const what = typeof said === "function" ? said(lines) : said;
  return t.journal.whole.fault(t.journal.whole.line(number(n), moment), what);
}
