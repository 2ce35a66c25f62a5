import type { ReadonlySignal } from "@preact/signals";
import type {
  ActAnswer,
  ActOrigin,
  BundleCard,
  CallKind,
  Defect,
  OpenBundle,
  OperationCard,
  Outcome,
  Present,
  StationView,
  Words,
} from "@trame/shared";
import type { FinishDone } from "./act.ts";

/**
 * How the station and its server stand. `offline`: no answer within a second; what is done is kept and sent later.
 * `refused`: the server does not take the tablet's key any more; everything is kept until it is opened again with its QR.
 * `unpaired`: the tablet never had a key for this station.
 */
export type Connection = "connected" | "offline" | "refused" | "unpaired";

/** What a person did. */
export type ActKind =
  | "badge"
  | "scan"
  | "finish"
  | "split"
  | "join"
  | "undo"
  | "correction"
  | "inspection"
  | "call"
  | "call-resolve";

/**
 * What the answer panel says; it stays until the next action.
 * - `accepted`: the server took it. `code` and `message` are its own.
 * - `information`: taken, though something does not fit; a supervisor will look at it. Never a reproach.
 * - `part`: nothing changed; a part that waits for the others (`together`), neither wrong nor done.
 * - `refused`: nothing changed; `message` says what is wrong and what to do.
 * - `kept`: on this tablet's disk, to be sent later: as good as accepted. `message` is null, `bundle` is as the tablet knows it.
 * - `to-check`: kept like it, but the tablet does not know the code; `nearest` are codes it may have been meant to be.
 * - `unreadable`: without the network a text that is no code at all; nothing was kept. `nearest` as above.
 * - `unsaved`: the tablet could not store it (`code` is `storage-full` or `storage-failed`); the scan stays on the screen,
 *   `retry()` tries again.
 * - `not-taken`: the server can't take it as it is (`code`, `message`); it is kept aside on the tablet.
 */
export type AnswerKind =
  | "accepted"
  | "information"
  | "part"
  | "refused"
  | "kept"
  | "to-check"
  | "unreadable"
  | "unsaved"
  | "not-taken";

/** Parts of a join by name, in the order of the routing. */
export interface Together {
  readonly here: readonly Words[];
  readonly missing: readonly Words[];
}

/** The last answer, with what the panel needs to say what to do next. */
export interface ShownAnswer {
  readonly kind: AnswerKind;
  readonly act: ActKind;
  /** Key of the act; null when it was never written. */
  readonly key: string | null;
  /** The server's code, or one of ours: `kept`, `to-check`, `unreadable`, `storage-full`, `storage-failed`. */
  readonly code: string;
  /** The server's sentence; null when the screen has to say it in its own words. */
  readonly message: string | null;
  /** What was read or typed, for acts that bear a code. */
  readonly text: string | null;
  readonly bundle: BundleCard | null;
  readonly operation: OperationCard | null;
  /** Tickets that the act made: those of a split. */
  readonly newCodes: readonly string[];
  /** Codes as people read them, at most three. */
  readonly nearest: readonly string[];
  /** Of a `part`; null where the tablet does not know its name. */
  readonly together?: Together | null;
  /** The bundle that a finish ended, with all that was said of it; null while pieces are left or when all were good at once. */
  readonly ended?: OpenBundle | null;
}

/** A bundle was scanned while another is open: one question, then it goes on. */
export interface Question {
  /** The one that is open. */
  readonly open: OpenBundle;
  /** Its pieces that nobody declared yet. */
  readonly left: number;
  /** As read or typed. */
  readonly text: string;
  readonly origin: ActOrigin;
  /** The one that was scanned, when the tablet knows it. */
  readonly scanned: BundleCard | null;
  /** Both hold parts that may meet: joining them is one of the answers. */
  readonly mayJoin: boolean;
}

/** What a person answers. `finish` without an outcome: all that is left is good. `leave`: both are open. */
export type Reply =
  | { readonly kind: "finish"; readonly outcome?: Outcome; readonly defects?: readonly Defect[] }
  | { readonly kind: "join" }
  | { readonly kind: "leave" }
  | { readonly kind: "cancel" };

/** What is said of pieces whose work ended. */
export interface FinishInput {
  /** Code of the bundle; the one scanned last when not given. */
  readonly code?: string;
  /** Code of the operation; the one that is open when not given. */
  readonly operation?: string;
  readonly outcome: Outcome;
  readonly defects?: readonly Defect[];
  /** Id of a photo of what is wrong. */
  readonly photo?: string;
}

/** What was looked at without a bundle. */
export type SampleInput = Pick<FinishInput, "outcome" | "defects" | "photo">;

/** What came back about something that the screen had called kept; listed until dismissed. */
export interface Notice {
  readonly key: string;
  readonly act: ActKind;
  /** UTC ms by the tablet's clock: when it was done. */
  readonly at: number;
  readonly text: string | null;
  readonly answer: Pick<ActAnswer, "accepted" | "code" | "message" | "conflict">;
}

/** The act that « Annuler » takes back. */
export interface Undoable {
  readonly key: string;
  readonly act: ActKind;
  readonly at: number;
  /** The bundle's code; null where it has none. */
  readonly code: string | null;
  /** What was said, of a finish. */
  readonly finish?: FinishDone;
}

/** What keeps a tablet from keeping things. */
export type StorageState = "ready" | "full" | "failed";

/**
 * Everything a station's page shows and does. Signals above, actions below. No action throws or rejects: what comes of it is
 * in `answer`. Each resolves once it is on the tablet's disk and either answered or called kept.
 */
export interface StationModel {
  readonly stationId: string;
  /** False while the tablet's own memory is being read: show nothing yet. */
  readonly isLoaded: ReadonlySignal<boolean>;
  readonly connection: ReadonlySignal<Connection>;
  /** What the server last said, with what was done here since laid over it; null before the first. */
  readonly view: ReadonlySignal<StationView | null>;
  /** Acts that wait for the server and that the person was told are kept. « 4 scans gardés ». */
  readonly kept: ReadonlySignal<number>;
  /** All that is kept was scanned: tickets and badges. Else one speaks of « gestes ». */
  readonly isAllScans: ReadonlySignal<boolean>;
  /** Keys of what waits for the server, told as kept. */
  readonly unsent: ReadonlySignal<ReadonlySet<string>>;
  /** Acts that the server could not take as they are; on the tablet, not lost, not sent again before a restart of the page. */
  readonly aside: ReadonlySignal<number>;
  /** An act is on its way and has neither been answered nor called kept: « J'enregistre… ». */
  readonly isSaving: ReadonlySignal<boolean>;
  readonly answer: ReadonlySignal<ShownAnswer | null>;
  readonly question: ReadonlySignal<Question | null>;
  /** Codes of the parts that were scanned and wait for the others of their join. */
  readonly gathered: ReadonlySignal<readonly string[]>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Who is acting: whoever is alone here, else the one who was chosen or badged in last; null when nobody is there. */
  readonly me: ReadonlySignal<Present | null>;
  /** Good pieces of `me` today, those kept here included; null when nobody is there. */
  readonly dayPieces: ReadonlySignal<number | null>;
  /** null when there is nothing, or it was too long ago. */
  readonly undoable: ReadonlySignal<Undoable | null>;
  /** The tablet's clock is more than 2 minutes off. */
  readonly isClockOff: ReadonlySignal<boolean>;
  readonly storageState: ReadonlySignal<StorageState>;
  /** The plan in force knows no such station. */
  readonly isStationUnknown: ReadonlySignal<boolean>;

  /** A text that was read (`scan`) or typed (`hand`): a bundle's ticket or a badge. May raise a `question`. */
  scan(text: string, origin: ActOrigin): Promise<void>;
  reply(reply: Reply): Promise<void>;
  badgeIn(text: string, origin: ActOrigin): Promise<void>;
  /** `me` when not given. */
  badgeOut(assignmentId?: string): Promise<void>;
  /** Several are here: who acts now. */
  choose(assignmentId: string): void;
  /** All pieces left of the bundle scanned last, or of the one named, are good. */
  finishAllGood(code?: string): Promise<void>;
  finish(input: FinishInput): Promise<void>;
  /** Pieces that come back from repair. `rework` must be 0. */
  finishRepaired(input: FinishInput): Promise<void>;
  /** A sample: pieces were looked at, and none moves. */
  inspect(input: SampleInput): Promise<void>;
  split(code: string, pieces: number): Promise<void>;
  join(codes: readonly string[]): Promise<void>;
  /** What `undoable` says. */
  undo(): Promise<void>;
  /** − or + beside the count; for the open bundle named, the one scanned last when not given. */
  correct(pieces: number, code?: string): Promise<void>;
  /** Asks for help; of a kind that is open already it is that call. */
  call(kind: CallKind): Promise<void>;
  /** The help came. */
  resolveCall(key: string): Promise<void>;
  /** The call was a mistake. */
  takeBackCall(key: string): Promise<void>;
  /** Tries again what was `unsaved`. */
  retry(): Promise<void>;
  /** Clears `answer`. */
  dismiss(): void;
  dismissNotice(key: string): void;
  close(): void;
}
