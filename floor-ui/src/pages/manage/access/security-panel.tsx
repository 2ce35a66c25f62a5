import { useId, useState } from "preact/hooks";
import { useRead } from "../../../data/desk/use-read.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import type {
  AccountRow,
  SecurityLineRow,
  SecurityLogRow,
} from "../../../data/session/access-rows.ts";
import { useAccessWords } from "../../../i18n/access.ts";
import { securityLogEn } from "../../../i18n/security-log-en.ts";
import { securityLogFr } from "../../../i18n/security-log-fr.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Waiting } from "../../prepare/said.tsx";

const PATH = "/api/v1/security-log";
/** Beside the rest of the page; all of them on request. */
const SHOWN = 20;

interface Props {
  readonly accounts: readonly AccountRow[];
}

/** What was refused, and what was changed of who may come in, one day at a time ([AC19]). */
export function SecurityPanel({ accounts }: Props) {
  const t = useSecurityWords();
  const [day, setDay] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const reading = useRead<SecurityLogRow>(day === null ? PATH : `${PATH}?day=${day}`);
  const told = reading.value;
  const lines = told?.lines ?? [];
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <Panel title={t.title}>
      {told !== null && <p class="about">{t.lead(told.keptDays)}</p>}
      {told !== null && told.days.length > 0 && (
        <DayPick days={told.days} day={told.day ?? ""} onPick={setDay} />
      )}
      <Waiting reading={reading} />
      {told !== null && lines.length === 0 && <p class="about">{t.none}</p>}
      {shown.length > 0 && <LineTable {...{ lines: shown, accounts, day: told?.day ?? "" }} />}
      {shown.length < lines.length && (
        <div>
          <button type="button" class="plain" onClick={() => setWhole(true)}>
            {t.all(lines.length)}
          </button>
        </div>
      )}
    </Panel>
  );
}

function useSecurityWords() {
  return useAccessWords().language === "en" ? securityLogEn : securityLogFr;
}

function DayPick(props: {
  readonly days: readonly string[];
  readonly day: string;
  readonly onPick: (day: string) => void;
}) {
  const { days, day, onPick } = props;
  const t = useSecurityWords();
  const words = useAccessWords();
  const id = useId();
  return (
    <div class="row">
      <label for={id}>{t.day}</label>
      <select
        id={id}
        class="box words"
        value={day}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {days.map((each) => (
          <option key={each} value={each}>
            {words.day(noonOf(each))}
          </option>
        ))}
      </select>
    </div>
  );
}

function LineTable(
  props: Props & { readonly lines: readonly SecurityLineRow[]; readonly day: string },
) {
  const { lines, accounts, day } = props;
  const t = useSecurityWords();
  const { columns } = t;
  return (
    <Scroll name={t.title}>
      <table class="list tight ac-stack">
        <thead>
          <tr>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.times}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={JSON.stringify({ ...line, until: 0, count: 0 })}
              {...{ line, accounts, day }}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Line(props: Props & { readonly line: SecurityLineRow; readonly day: string }) {
  const { line, accounts } = props;
  const t = useSecurityWords();
  const { columns } = t;
  const { day, number, time } = useAccessWords();
  // Days of the log are those of UTC: in the small hours the workshop's is the next one.
  const isOther = day(line.until) !== day(noonOf(props.day));
  const [since, until] = [time(line.since), time(line.until)];
  const about = accounts.find(({ id }) => id === line.about)?.name;
  return (
    <tr>
      <td class="nowrap">
        {since === until ? since : `${since} – ${until}`}
        {isOther && <small>{day(line.until)}</small>}
      </td>
      <th scope="row">
        {wordOf(t, line)}
        {about !== undefined && <small>{t.about(about)}</small>}
        {line.code !== "done" && line.what !== null && (
          <small>
            <code>{line.what}</code>
          </small>
        )}
      </th>
      <td data-label={columns.who}>
        <Who line={line} accounts={accounts} />
      </td>
      <td class="nowrap" data-label={columns.from}>
        {line.from}
      </td>
      <td data-label={columns.times}>{number(line.count)}</td>
    </tr>
  );
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function wordOf(t: typeof securityLogFr, { code, what }: SecurityLineRow): string {
  const told =
    code === "done"
      ? t.changes[what as keyof typeof t.changes]
      : t.codes[code as keyof typeof t.codes];
  // Of a code that this page does not know there is none.
  return (told as string | undefined) ?? t.other;
}

/** As the journal names its authors: `account:…`, `station:…`. */
function Who({ line, accounts }: Props & { readonly line: SecurityLineRow }) {
  const { who } = useSecurityWords();
  const stationName = useStationName();
  const [kind = "", id = ""] = line.who?.split(/:(.*)/s) ?? ["stranger"];
  switch (kind) {
    case "account":
      return <>{accounts.find((account) => account.id === id)?.name ?? who.gone}</>;
    case "station":
      return <>{who.station(stationName(id))}</>;
    case "device":
      return <>{who.device(id)}</>;
    case "token":
    case "key":
    case "wall":
      return <>{who[kind]}</>;
    default:
      return <>{kind === "stranger" && line.code !== "beyond" ? who.strangeDevice : who.nobody}</>;
  }
}
