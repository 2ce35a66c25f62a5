import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  type LineFloor,
  type Plan,
  type PlanLine,
  type PlanStation,
  type StationFloor,
  type Word,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Settings } from "../settings.ts";
import { callsOf } from "./calls-now.ts";
import { createFlowNow, type FlowNow } from "./flow-now.ts";
import { createMarksNow } from "./marks-now.ts";
import { messageOf } from "./message-now.ts";
import { createQualityNow, type QualityNow, type QualityNowDeps } from "./quality-now.ts";
import { createTargetNow, type TargetNow } from "./target-now.ts";
import { createTold } from "./told.ts";
import type { WordLog } from "./word-log.ts";
import { sortWords, type WordsNow } from "./words-now.ts";

/** The moment that a board is made for. */
export interface Asked {
  /** UTC ms */
  readonly now: number;
  /** Working day. */
  readonly day: number;
  readonly plan: Plan;
}

/** Ids of rows that are to be made again. */
export interface ChangedIds {
  readonly lines: readonly string[];
  readonly stations: readonly string[];
}

/** What the floor and its people add to the board's rows, kept by the writer. */
export interface FloorNow {
  line(line: PlanLine, asked: Asked): LineFloor;
  station(station: PlanStation, line: PlanLine, asked: Asked): StationFloor;
  /** What was said of late and holds, in the order of arrival; see {@link LOOK_BACK_MS}. */
  words(now: number): readonly Word[];
  /** The causes of stops to choose from. */
  causes(): readonly Cause[];
  /** A word was put on record or undone: all are read again when they are next asked for. */
  said(): void;
  /** Bundles that wait, and orders that are sewn. */
  readonly flow: FlowNow;
  /** What inspections came to. */
  readonly quality: QualityNow;
  hasChanged(): boolean;
  /** All was read: nothing of it is news any more. */
  settle(): void;
  /** Lines and stations whose answer is another than when it was last told. */
  takeChanged(asked: Asked): ChangedIds;
  /** After a rollback, and when the day turns. */
  reload(): void;
}

export interface FloorNowDeps extends QualityNowDeps {
  readonly words: WordLog;
  readonly settings: Settings;
}

/** Words of the days before still hold: a call that nobody took, a stop that goes on. ms */
const LOOK_BACK_MS = 7 * 86_400_000;

export function createFloorNow(sqlite: Database, deps: FloorNowDeps): FloorNow {
  const flow = createFlowNow(sqlite, deps);
  const quality = createQualityNow(sqlite, deps);
  const targets = createTargetNow(sqlite);
  const answers = createAnswers({ ...deps, flow, quality, targets });
  const told = { line: createTold(), station: createTold() };
  let isSaid = false;

  function line(each: PlanLine, asked: Asked): LineFloor {
    const answer = answers.line(each, asked);
    told.line.keep(each.id, answer);
    return answer;
  }

  function station(each: PlanStation, of: PlanLine, asked: Asked): StationFloor {
    const answer = answers.station(each, of, asked);
    told.station.keep(each.id, answer);
    return answer;
  }

  function forgetWords(): void {
    answers.forget();
    isSaid = true;
  }

  function settle(): void {
    isSaid = false;
    flow.settle();
    quality.settle();
  }

  return {
    line,
    station,
    settle,
    words: answers.words,
    causes: () => causesOf(deps.settings.get(CAUSES_SETTING)),
    said: forgetWords,
    flow,
    quality,
    hasChanged: () => isSaid || flow.hasChanged() || quality.hasChanged(),
    takeChanged(asked) {
      settle();
      const { lines } = asked.plan;
      const stations = lines.flatMap((of) => of.stations.map((each) => ({ each, of })));
      return {
        lines: lines
          .filter((each) => told.line.keep(each.id, answers.line(each, asked)))
          .map(({ id }) => id),
        stations: stations
          .filter(({ each, of }) => told.station.keep(each.id, answers.station(each, of, asked)))
          .map(({ each }) => each.id),
      };
    },
    reload() {
      forgetWords();
      flow.reload();
      quality.reload();
    },
  };
}

/** Puts together what words, bundles and inspections say; words are read once until one is added. */
function createAnswers({
  words,
  settings,
  flow,
  quality,
  targets,
}: FloorNowDeps & Pick<FloorNow, "flow" | "quality"> & { readonly targets: TargetNow }) {
  const marks = createMarksNow(settings);
  let said: WordsNow | null = null;

  function saidAt(now: number): WordsNow {
    said ??= sortWords(words.read({ from: now - LOOK_BACK_MS, to: Number.MAX_SAFE_INTEGER }));
    return said;
  }

  return {
    words: (now: number) => saidAt(now).all,
    forget() {
      said = null;
      targets.forget();
    },
    line(line: PlanLine, asked: Asked): LineFloor {
      const { inspections, messages, openCalls } = saidAt(asked.now);
      return {
        ...targets.line(line, asked),
        calls: callsOf(openCalls, line, settings),
        quality: quality.line(inspections, line, asked),
        flow: flow.line(line),
        orders: flow.orders(line, asked),
        message: messageOf(messages, line),
      };
    },
    station(station: PlanStation, line: PlanLine, asked: Asked): StationFloor {
      return {
        mark: marks.of(saidAt(asked.now).stops, { station, line, asked }),
        waiting: flow.station(station, line),
      };
    },
  };
}
