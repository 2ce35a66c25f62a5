import type { DayNumber } from "@trame/shared";
import { type Answer, refused } from "../catalogue/answer.ts";
import { findStation } from "../floor/cells.ts";
import { noteOfPeople } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type AcceptDivision, acceptDivision } from "./accept-division.ts";
import type { BadgeShown } from "./badge-pins.ts";
import { createLookCommands } from "./look-commands.ts";
import { createPeopleToday } from "./people-today.ts";
import { createNameCommands } from "./person-names.ts";
import { createRequestCommands } from "./person-requests.ts";
import { createPostings, KEPT_DAYS } from "./postings.ts";
import { type SetSkill, setSkill } from "./set-skill.ts";

/** Somebody is sent to a station for today; null frees them. */
export interface SendPerson {
  readonly operatorId: string;
  readonly stationId: string | null;
}

/** Somebody is away, or is not. */
export interface SetAbsence {
  readonly operatorId: string;
  /** Today when not given. */
  readonly day: DayNumber | null;
  readonly isAbsent: boolean;
}

/** Names of the commands, which the writer's thread answers. */
export const PEOPLE_COMMANDS: readonly (keyof ReturnType<typeof createPeopleCommands>)[] = [
  "acceptDivision",
  "answerRequest",
  "askAboutOwn",
  "noteLook",
  "passPin",
  "putName",
  "sendPerson",
  "setAbsence",
  "setSkill",
];

const DAY_MS = 86_400_000;
/** A slip of the year would keep somebody's absence for as long ([PS16]). */
const AHEAD_DAYS = 366;

/** Where people are wanted and who is away. What is written here names people: it is no fact of the log. `now` is UTC ms. */
export function createPeopleCommands(modules: Modules) {
  const { catalogue, floor, facts, sqlite, stretches, transact } = modules;
  const postings = createPostings(sqlite);
  const peopleToday = createPeopleToday(sqlite, () => stretches.timeline);
  const deps = { catalogue, facts, postings, peopleToday, transact };
  const looks = createLookCommands(modules);

  function todayOf(now: number): DayNumber {
    return stretches.timeline.slotAt(now)?.day ?? Math.floor(now / DAY_MS);
  }

  function isAway(operatorId: string, now: number): boolean {
    const person = peopleToday(now)?.people.find(({ operator }) => operator.id === operatorId);
    return person?.isAbsent === true;
  }

  return {
    sendPerson({ operatorId, stationId }: SendPerson, now: number): Answer<Told> {
      const operator = catalogue.operators.find(operatorId);
      if (operator === null) return unknownPerson(operatorId);
      const plan = stretches.timeline.planAt(now);
      if (stationId !== null && findStation(plan, stationId) === null)
        return refused({ code: "posting-station-unknown", path: "/stationId" });
      if (stationId !== null && isAway(operatorId, now))
        return refused({ code: "posting-absent", blanks: { name: operator.pseudonym } });
      const day = todayOf(now);
      transact(() => {
        noteOfPeople(facts, { what: "posting", subject: null }, now);
        postings.send(day, { operatorId, stationId, recordedAt: now });
      });
      return { ok: true, value: { day } };
    },
    setAbsence({ operatorId, isAbsent, ...asked }: SetAbsence, now: number): Answer<Told> {
      if (catalogue.operators.find(operatorId) === null) return unknownPerson(operatorId);
      const today = todayOf(now);
      const day = asked.day ?? today;
      if (day < today) return refused({ code: "absence-past", path: "/day" });
      if (day > today + AHEAD_DAYS) return refused({ code: "absence-far", path: "/day" });
      transact(() => {
        noteOfPeople(facts, { what: "absence", subject: null }, now);
        if (isAbsent) postings.setAbsent(day, { operatorId, recordedAt: now });
        else postings.setPresent(day, operatorId);
      });
      return { ok: true, value: { day } };
    },
    ...looks,
    /** Somebody showed their PIN at a station: their badge may follow. */
    passPin: (shown: BadgeShown, now: number): void => floor.badgePins.pass(shown, now),
    ...createRequestCommands(modules),
    ...createNameCommands(modules),
    setSkill: (asked: SetSkill, now: number) => setSkill(modules, asked, now),
    acceptDivision: (asked: AcceptDivision, now: number) => acceptDivision(deps, asked, now),
    /** Deletes what is kept no longer; says nothing to anybody. */
    forgetPeople(now: number): void {
      transact(() => postings.forgetBefore(todayOf(now) - KEPT_DAYS));
      looks.forgetLooks(now);
    },
  };
}

/** The day that was written of. */
interface Told {
  readonly day: DayNumber;
}

function unknownPerson(id: string) {
  return refused({ code: "operator-unknown", path: "/operatorId", blanks: { id } });
}
