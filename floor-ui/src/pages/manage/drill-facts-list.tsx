import type { ReportFact } from "@trame/shared";
import { useState } from "preact/hooks";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useCauses } from "../../data/use-causes.ts";
import { useReportWords } from "../../i18n/manage-day.ts";
import { useHref } from "../href.ts";
import { Refused } from "../prepare/said.tsx";
import { useDefects } from "./day-defects.ts";
import { type FactsReading, useFacts } from "./drill-facts.ts";
import { amountOf, type FactTarget } from "./drill-target.ts";

/** Rows drawn at a time. */
const ROWS = 100;
const MINUTE_MS = 60_000;
/** Minutes of stops are sums of decimals. */
const SAME = 0.5;

interface FactsProps {
  readonly target: FactTarget;
  readonly onReload: () => void;
}

/** The facts behind a figure, with their sum beside what the page shows. */
export function DrillFacts({ target, onReload }: FactsProps) {
  const { t } = useReportWords();
  const reading = useFacts(target);
  const [rows, setRows] = useState(ROWS);
  const { facts, isBusy, isWhole, refusal } = reading;
  const hasMore = facts.length > rows || !isWhole;
  return (
    <>
      <Sum target={target} reading={reading} onReload={onReload} />
      {refusal !== null && <Refused refusal={refusal} />}
      {isBusy && facts.length === 0 && <p>{t.report.reading}</p>}
      {isWhole && facts.length === 0 && <p>{t.drill.none}</p>}
      {facts.length > 0 && <List target={target} facts={facts.slice(0, rows)} />}
      {!isBusy && hasMore && (
        <p>
          <button
            type="button"
            class="plain"
            onClick={() => {
              setRows(rows + ROWS);
              if (facts.length <= rows + ROWS && !isWhole) reading.more();
            }}
          >
            {t.drill.more}
          </button>
        </p>
      )}
    </>
  );
}

/** Where the facts come to something else, the page is older than they are, and says so. */
function Sum(props: FactsProps & { readonly reading: FactsReading }) {
  const { target, reading, onReload } = props;
  const { t, number } = useReportWords();
  const { figure, value } = target;
  const sum = reading.facts.reduce((all, fact) => all + amountOf(fact, figure), 0);
  const said = { sum: number(sum), of: number(value) };
  const isSame = Math.abs(sum - value) < SAME;
  if (!reading.isWhole) return <p class="drill-sum">{t.drill.sumSoFar(said)}</p>;
  return (
    <div role="status">
      <p class="drill-sum">
        {t.drill.sum} <b>{figure === "stops" ? t.report.minutes(said.sum) : said.sum}</b>
      </p>
      {isSame && <p>{t.drill.isEqual}</p>}
      {!isSame && <p>{t.drill.differs(said)}</p>}
      {!isSame && (
        <p>
          <button type="button" class="plain" onClick={onReload}>
            {t.drill.readAgain}
          </button>
        </p>
      )}
    </div>
  );
}

interface ListProps {
  readonly target: FactTarget;
  readonly facts: readonly ReportFact[];
}

function List({ target, facts }: ListProps) {
  const { t } = useReportWords();
  const nameOf = useFactNames(target.figure);
  const isStops = target.figure === "stops";
  const hasWhat = isStops || target.figure === "defects";
  return (
    <table class="drill-facts" aria-label={t.drill.parts}>
      <thead>
        <tr>
          <th scope="col">{t.drill.time}</th>
          <th scope="col">{t.drill.origin}</th>
          <th scope="col">{t.drill.station}</th>
          <th scope="col">{hasWhat ? t.drill.what : t.drill.ticket}</th>
          <th scope="col">{isStops ? t.drill.minutes : t.drill.amount}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact, index) => (
          // Samples have no key, and two may fall into one minute; facts are only added at the end.
          <Row key={index} fact={fact} target={target} name={nameOf(fact)} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly fact: ReportFact;
  readonly target: FactTarget;
  readonly name: string | null;
}) {
  const { fact, target, name } = props;
  const { t, number, dayMonthAt, time, dayOf } = useReportWords();
  const stationName = useStationName();
  const { at, receivedAt, origin, stationId } = fact;
  const isLate = receivedAt - at >= MINUTE_MS;
  const received =
    dayOf(receivedAt) === dayOf(at)
      ? time(receivedAt)
      : `${dayMonthAt(receivedAt)}, ${time(receivedAt)}`;
  return (
    <tr>
      <th scope="row">
        {`${dayMonthAt(at)}, ${time(at)}`}
        {isLate && <small>{t.drill.received(received)}</small>}
      </th>
      <td>
        {t.drill.origins[origin]}
        {fact.correctedBy !== null && <small>{t.drill.corrected}</small>}
      </td>
      <td>{stationId === null ? "—" : stationName(stationId)}</td>
      <td>
        <About code={fact.code} name={name} isStop={target.figure === "stops"} />
        <Correct fact={fact} />
      </td>
      <td>{number(amountOf(fact, target.figure))}</td>
    </tr>
  );
}

/** What each stop or defect was, in the workshop's words, which are read once for all rows; null for what is neither. */
function useFactNames(figure: FactTarget["figure"]): (fact: ReportFact) => string | null {
  const { t, words } = useReportWords();
  const causes = useCauses();
  const defects = useDefects();
  if (figure !== "stops" && figure !== "defects") return () => null;
  const isStops = figure === "stops";
  return ({ what }) => {
    const known = (isStops ? causes : defects).find(({ code }) => code === what);
    if (known !== undefined) return words(known.label);
    return what ?? (isStops ? t.report.noCause : t.report.unnamedDefect);
  };
}

/** What a stop or a defect was; else the bundle, which leads to its story. */
function About(props: {
  readonly code: string | null;
  readonly name: string | null;
  readonly isStop: boolean;
}) {
  const { code, name, isStop } = props;
  const href = useHref();
  if (isStop) return <>{name}</>;
  const link = code !== null && <a href={href(`/bundle/${encodeURIComponent(code)}`)}>{code}</a>;
  if (name === null) return <>{link || "—"}</>;
  return (
    <>
      {name} {link}
    </>
  );
}

/** Acts that declare figures of no bundle; one of a bundle is corrected from the bundle's story. */
const CORRECTABLE = ["inspection", "hand-count", "correction"];

function Correct({ fact: { key, kind, at, code } }: { readonly fact: ReportFact }) {
  const { t, time } = useReportWords();
  const href = useHref();
  const canAct = useCan("floor.act");
  if (key === null || code !== null || !canAct || !CORRECTABLE.includes(kind)) return null;
  return (
    <>
      {" "}
      <a
        href={href(`/manage/journal?act=${encodeURIComponent(key)}`)}
        aria-label={t.drill.correctOf(time(at))}
      >
        {t.drill.correct}
      </a>
    </>
  );
}
