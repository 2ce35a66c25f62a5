import { type Division, dayMinutes, takt as taktOf } from "@trame/shared";
import type { BalanceLine, PersonRow } from "../../data/desk/balance-rows.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useBalanceWords } from "../../i18n/balance.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { Said } from "../prepare/said.tsx";
import { type DivisionView, divisionView } from "./balance-view.ts";
import { DivisionChart } from "./division-chart.tsx";
import { DivisionFigures } from "./division-figures.tsx";
import type { Balance } from "./use-balance.ts";

interface DivisionProps {
  readonly line: BalanceLine;
  readonly balance: Balance;
}

/** What was proposed or accepted, with what it comes to. */
export function DivisionPanel({ line, balance }: DivisionProps) {
  const { t } = useBalanceWords();
  const { store } = useScreen().picture;
  const division = shownDivision(line, balance);
  const windows = store.head.value?.windows ?? [];
  const takt = taktOf(dayMinutes(windows), store.line(line.lineId)?.value.target ?? null);
  const view = division === null ? null : divisionView(line, division, namesOf(line));
  return (
    <Panel title={t.division.title}>
      <p class="about">{t.division.lead}</p>
      {line.accepted?.isStale === true && balance.draft === null && <Stale line={line} />}
      <Said outcome={balance.outcome} />
      <Actions line={line} balance={balance} />
      {view === null && <p>{t.division.empty}</p>}
      {view !== null && (
        <>
          <Origin line={line} balance={balance} />
          {balance.draft !== null && <Idle view={view} />}
          {isWhole(view) && (
            <DivisionFigures view={view} takt={takt} dayMinutes={dayMinutes(windows)} />
          )}
          <DivisionChart
            line={line}
            view={view}
            takt={takt}
            balance={balance}
            division={division}
          />
          <Notes view={view} />
        </>
      )}
    </Panel>
  );
}

/** Figures of a line that misses somebody would be of another line. */
function isWhole({ duties }: DivisionView): boolean {
  return duties.every(({ minutes }) => minutes !== null);
}

function shownDivision({ accepted, order }: BalanceLine, { draft }: Balance): Division | null {
  if (draft !== null) return draft.division;
  return accepted !== null && accepted.orderId === order?.orderId ? accepted.people : null;
}

/** Everybody who may be in a division, also who was accepted and is not there any more. */
function namesOf({ people, absent, accepted }: BalanceLine): ReadonlyMap<string, PersonRow> {
  const all = [...(accepted?.people ?? []), ...absent, ...people];
  return new Map(all.map((person) => [person.operatorId, person]));
}

/** Why what was accepted can't be kept. */
function Stale({ line }: { readonly line: BalanceLine }) {
  const { t, list } = useBalanceWords();
  const { accepted } = line;
  if (accepted === null) return null;
  const names = (people: readonly PersonRow[]) => list(people.map(({ name }) => name));
  return (
    <div class="refusal">
      <p>
        <DeskIcon name="alert" />
        <span>
          <b>{t.division.stale}</b>{" "}
          {accepted.missing.length > 0 && t.division.missing(names(accepted.missing))}{" "}
          {accepted.came.length > 0 && t.division.came(names(accepted.came))}{" "}
          {accepted.hasOtherTasks && t.division.otherTasks}
        </span>
      </p>
    </div>
  );
}

/** The expected action is filled: to propose, then to accept. */
function Actions({ line, balance }: DivisionProps) {
  const { t } = useBalanceWords();
  const { draft, isBusy } = balance;
  const isKept = line.accepted !== null && !line.accepted.isStale;
  const isFirst = draft === null && !isKept;
  return (
    <div class="row">
      {draft !== null && (
        <button type="button" class="act" disabled={isBusy} onClick={balance.accept}>
          <DeskIcon name="check" />
          {t.division.accept}
        </button>
      )}
      <button
        type="button"
        class={isFirst ? "act" : "plain"}
        disabled={isBusy}
        onClick={balance.propose}
      >
        {isBusy ? t.division.searching : isFirst ? t.division.propose : t.division.proposeAgain}
      </button>
      {draft !== null && (
        <button type="button" class="plain" disabled={isBusy} onClick={balance.ignore}>
          {t.division.ignore}
        </button>
      )}
    </div>
  );
}

/** Where what is shown comes from, and how good it is. */
function Origin({ line, balance }: DivisionProps) {
  const { t, time } = useBalanceWords();
  const { draft } = balance;
  if (draft === null)
    return <p class="bal-origin">{t.division.isAccepted(time(line.accepted?.at ?? 0))}</p>;
  if (draft.isExact === null) return <p class="bal-origin">{t.division.isChanged}</p>;
  const then = draft.isExact ? t.division.exact : t.division.good;
  return <p class="bal-origin">{t.division.because({ why: t.division.isDraft, then })}</p>;
}

/** Who is left without work by what is not accepted yet. */
function Idle({ view }: { readonly view: DivisionView }) {
  const { t, list } = useBalanceWords();
  const idle = view.duties.filter(({ tasks }) => tasks.length === 0);
  if (idle.length === 0) return null;
  return <p>{t.division.idleNames(list(idle.map(({ person }) => person.name)))}</p>;
}

/** What a person should know before they accept. */
function Notes({ view }: { readonly view: DivisionView }) {
  const { t, words, list } = useBalanceWords();
  const stationName = useStationName();
  return (
    <>
      {view.shared.length > 0 && <p>{t.division.shared(list(view.shared.map(stationName)))}</p>}
      {view.backwards.length > 0 && (
        <p>{t.division.backwards(list(view.backwards.map(({ label }) => words(label))))}</p>
      )}
    </>
  );
}
