import type { BalanceLine, MemberRow, PersonRow } from "../../data/desk/balance-rows.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useBalanceWords } from "../../i18n/balance.ts";
import { Panel } from "../../ui/desk/panel.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { useHref } from "../href.ts";
import { knowsNothing } from "./balance-view.ts";
import type { Balance } from "./use-balance.ts";

/** Who is there, who is expected, who is free and who is away; those who are ticked count in a proposal. */
export function TeamPanel(props: { readonly line: BalanceLine; readonly balance: Balance }) {
  const { line, balance } = props;
  const { t } = useBalanceWords();
  const href = useHref();
  const count = line.people.length + line.absent.length;
  return (
    <Panel title={t.team.title} aside={<span>{count}</span>}>
      {count === 0 && <p>{t.team.none}</p>}
      <ul class="bal-team">
        {line.people.map((person) => (
          <Member key={person.operatorId} person={person} line={line} balance={balance} />
        ))}
        {line.absent.map((person) => (
          <Away key={person.operatorId} person={person} balance={balance} />
        ))}
      </ul>
      <p>
        <a href={href("/prepare/stations")}>{t.team.toPeople}</a>
      </p>
    </Panel>
  );
}

function Member(props: {
  readonly person: MemberRow;
  readonly line: BalanceLine;
  readonly balance: Balance;
}) {
  const { person, line, balance } = props;
  const { t } = useBalanceWords();
  const isUnknown = line.tasks.length > 0 && knowsNothing(person);
  return (
    <li>
      <label class="check">
        <input
          type="checkbox"
          aria-label={t.team.counted(person.name)}
          checked={balance.chosen.has(person.operatorId)}
          disabled={balance.isBusy}
          onChange={(event) => balance.choose(person.operatorId, event.currentTarget.checked)}
        />
        <PersonPictogram name={person.pictogram} />
        <span>
          <b>{person.name}</b>
          <small>
            <Where person={person} />
          </small>
          {isUnknown && <small>{t.team.knowsNone}</small>}
        </span>
      </label>
      <AwayButton
        word={t.team.markAway}
        name={t.team.markAwayOf(person.name)}
        isOff={balance.isBusy}
        onTap={() => balance.setAway(person, true)}
      />
    </li>
  );
}

function Where({ person }: { readonly person: MemberRow }) {
  const { t } = useBalanceWords();
  const stationName = useStationName();
  const station = person.stationId === null ? "" : stationName(person.stationId);
  switch (person.state) {
    case "present":
      return <>{t.team.present({ station })}</>;
    case "expected":
      return <>{t.team.expected({ station })}</>;
    case "free":
      return <>{t.team.free}</>;
  }
}

function Away(props: { readonly person: PersonRow; readonly balance: Balance }) {
  const { person, balance } = props;
  const { t } = useBalanceWords();
  return (
    <li class="bal-away">
      <div class="check">
        <PersonPictogram name={person.pictogram} />
        <span>
          <b>{person.name}</b>
          <small>{t.team.away}</small>
        </span>
      </div>
      <AwayButton
        word={t.team.markBack}
        name={t.team.markBackOf(person.name)}
        isOff={balance.isBusy}
        onTap={() => balance.setAway(person, false)}
      />
    </li>
  );
}

function AwayButton(props: {
  readonly word: string;
  readonly name: string;
  readonly isOff: boolean;
  readonly onTap: () => void;
}) {
  const { word, name, isOff, onTap } = props;
  return (
    <button type="button" class="plain" aria-label={name} disabled={isOff} onClick={onTap}>
      {word}
    </button>
  );
}
