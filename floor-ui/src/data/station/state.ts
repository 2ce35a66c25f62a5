import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { OperationCard, Present, StationView } from "@trame/shared";
import type { Act, KeptAct } from "./act.ts";
import { layOver } from "./lay-over.ts";
import type { Connection, Notice, Question, ShownAnswer, StorageState, Undoable } from "./model.ts";

/** An act on the tablet as the page sees it. */
export interface HeldAct {
  readonly act: KeptAct;
  /** `taken`: the server accepted it, and its view does not hold it yet. */
  readonly status: "waiting" | "taken";
  /** The person was told that it is kept. */
  readonly isTold: boolean;
}

/** Parts that were scanned and wait for the others of their join, and since when; UTC ms by the tablet's clock. */
export interface Gathering {
  readonly codes: readonly string[];
  readonly at: number;
}

/** All signals of a station, those that follow from others among them. */
export interface StationState {
  readonly isLoaded: Signal<boolean>;
  readonly connection: Signal<Connection>;
  readonly acts: Signal<readonly HeldAct[]>;
  readonly aside: Signal<number>;
  /** Acts that are on their way and neither answered nor called kept. */
  readonly onTheWay: Signal<number>;
  readonly answer: Signal<ShownAnswer | null>;
  readonly question: Signal<Question | null>;
  readonly gathering: Signal<Gathering>;
  /** Codes of the parts that were scanned and wait for the others of their join. */
  readonly gathered: ReadonlySignal<readonly string[]>;
  readonly notices: Signal<readonly Notice[]>;
  readonly isClockOff: Signal<boolean>;
  readonly isStationUnknown: Signal<boolean>;
  readonly storageState: Signal<StorageState>;
  /** What the disk did not take; null when there is nothing. */
  readonly unsaved: Signal<Act | null>;
  /** As the server said it last. */
  readonly told: Signal<StationView | null>;
  readonly operations: Signal<readonly OperationCard[]>;
  readonly history: Signal<readonly Undoable[]>;
  readonly chosen: Signal<string | null>;
  /** UTC ms by the tablet's clock, every few seconds. */
  readonly now: Signal<number>;
  readonly view: ReadonlySignal<StationView | null>;
  readonly kept: ReadonlySignal<number>;
  readonly isAllScans: ReadonlySignal<boolean>;
  readonly unsent: ReadonlySignal<ReadonlySet<string>>;
  readonly isSaving: ReadonlySignal<boolean>;
  readonly me: ReadonlySignal<Present | null>;
  readonly dayPieces: ReadonlySignal<number | null>;
  readonly undoable: ReadonlySignal<Undoable | null>;
}

const MINUTE_MS = 60_000;
/** While no server has said how long. */
const UNDO_MINUTES = 10;

/** Before anything was read from the disk. */
export function createState(connection: Connection, startedAt: number): StationState {
  const acts = signal<readonly HeldAct[]>([]);
  const told = signal<StationView | null>(null);
  const operations = signal<readonly OperationCard[]>([]);
  const history = signal<readonly Undoable[]>([]);
  const chosen = signal<string | null>(null);
  const now = signal(startedAt);
  const onTheWay = signal(0);
  const gathering = signal<Gathering>({ codes: [], at: 0 });
  const view = computed(() => {
    const lore = { operations: operations.value };
    const done = acts.value.map(({ act }) => act);
    return told.value === null ? null : layOver(told.value, done, lore);
  });
  const me = computed(() => whoActs(view.value?.present ?? [], chosen.value));
  return {
    isLoaded: signal(false),
    connection: signal(connection),
    acts,
    aside: signal(0),
    onTheWay,
    answer: signal(null),
    question: signal(null),
    gathering,
    gathered: computed(() => gathering.value.codes),
    notices: signal([]),
    isClockOff: signal(false),
    isStationUnknown: signal(false),
    storageState: signal("ready"),
    unsaved: signal(null),
    told,
    operations,
    history,
    chosen,
    now,
    view,
    kept: computed(() => acts.value.filter(isKept).length),
    isAllScans: computed(() => acts.value.filter(isKept).every(isScan)),
    unsent: computed(() => new Set(acts.value.filter(isKept).map(({ act }) => act.body.key))),
    isSaving: computed(() => onTheWay.value > 0),
    me,
    dayPieces: computed(() => me.value?.dayPieces ?? null),
    undoable: computed(() => {
      const [part] = gathering.value.codes;
      // What was scanned last and is on no record yet: it is put aside.
      if (part !== undefined) return { key: "", act: "scan", at: gathering.value.at, code: part };
      const last = history.value.at(-1);
      const minutes = view.value?.undoMinutes ?? UNDO_MINUTES;
      return last === undefined || now.value - last.at > minutes * MINUTE_MS ? null : last;
    }),
  };
}

function isKept({ status, isTold }: HeldAct): boolean {
  return status === "waiting" && isTold;
}

function isScan({ act }: HeldAct): boolean {
  return act.kind === "scan" || (act.kind === "badge" && act.body.direction === "in");
}

/** The one who was chosen; else the one who came last. */
function whoActs(present: readonly Present[], chosen: string | null): Present | null {
  const named = present.find(({ assignmentId }) => assignmentId === chosen);
  return named ?? present.toSorted((a, b) => b.since - a.since)[0] ?? null;
}
