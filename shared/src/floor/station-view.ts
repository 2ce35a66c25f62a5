import type { ColourPattern } from "../orders/style-schema.ts";
import type { CallRow } from "../supervision/rows.ts";
import type { Outcome } from "./act.ts";

/** A picture for somebody who does not read: one of ours, or a photo of the workshop. */
export type Picture = { readonly pictogram: string } | { readonly photo: string };

/** French is always there. */
export interface Words {
  readonly fr: string;
  readonly en?: string;
}

/** An operation as a station shows it. */
export interface OperationCard {
  readonly code: string;
  readonly label: Words;
  readonly picture: Picture | null;
  readonly countedBy: "machine" | "scan";
}

/** A bundle as a station shows it. */
export interface BundleCard {
  /** As people read it: `118-117-K`. */
  readonly code: string;
  readonly orderId: string;
  readonly styleId: string;
  readonly styleName: string;
  readonly photo: string | null;
  readonly size: string;
  readonly colour: string;
  /** `#1f3a6e`, or null. */
  readonly swatch: string | null;
  readonly pattern: ColourPattern;
  readonly shade: number;
  readonly part: string | null;
  /** Pieces that are in it now. */
  readonly pieces: number;
  /** Pieces of it that are in repair. */
  readonly rework: number;
  /** Codes of the operations that it may go to. */
  readonly next: readonly string[];
  /** Station that has it open; null when it waits. */
  readonly openAt: string | null;
  readonly isOutside: boolean;
}

/** A bundle that is open at the station. */
export interface OpenBundle extends BundleCard {
  /** Key of the scan that opened it. */
  readonly scanKey: string;
  readonly operation: OperationCard;
  /** Operations that come before it in the routing: a defect may be theirs. */
  readonly earlier?: readonly OperationCard[];
  /** Pieces of this operation that were finished already (a finish of a part of them). */
  readonly finished: number;
  /** What those turned out to be. */
  readonly outcome?: Outcome;
  /** Pieces of this operation that nobody has declared yet; what was declared as not good is in `pieces` no more. */
  readonly left?: number;
  readonly openedAt: number;
  readonly assignmentId: string | null;
  /** What the machine made since; null without a counter. */
  readonly machinePieces: number | null;
  /** Corrections, kept apart: test stitches, unpicking. */
  readonly corrected: number;
  /** It was open when the working day began. */
  readonly isCarriedOver: boolean;
}

/** How a person wants the station to be. */
export interface OperatorMode {
  readonly simple: boolean;
  readonly contrast: boolean;
  readonly largeText: boolean;
  readonly sound: boolean;
  /** Reads each sentence aloud. */
  readonly speech: boolean;
  /** Space or one big button goes round and confirms. */
  readonly oneSwitch: boolean;
  readonly leftHanded: boolean;
}

/** Somebody who is at the station: a pseudonym, never a name. */
export interface Present {
  readonly assignmentId: string;
  readonly pseudonym: string;
  readonly pictogram: string | null;
  readonly since: number;
  readonly mode: OperatorMode;
  /** Good pieces of the working day, wherever they were made; null where the workshop has no « Ma journée ». */
  readonly dayPieces: number | null;
}

/** Parts of an order's style that come together at the station, in the order of the routing. */
export interface JoinCard {
  readonly orderId: string;
  readonly styleId: string;
  readonly operation: OperationCard;
  /** null stands for what was joined before. */
  readonly parts: readonly { readonly code: string | null; readonly label: Words }[];
}

/** A kind of defect. */
export interface DefectKind {
  readonly code: string;
  readonly label: Words;
}

/** A call of the station that is not resolved yet. */
export type StationCall = Pick<CallRow, "key" | "call" | "at" | "takenAt">;

/** Everything that a station's screen shows and needs to go on without the network. */
export interface StationView {
  /** UTC ms. */
  readonly serverTime: number;
  readonly clock: number;
  readonly station: {
    readonly id: string;
    readonly name: string;
    readonly lineId: string;
    /** As the plan names it. */
    readonly operation: string;
    readonly hasCounter: boolean;
  };
  readonly present: readonly Present[];
  /** The one scanned last comes first: the machine's pieces are its. */
  readonly open: readonly OpenBundle[];
  /** The bundle that waits for this station, if one does. */
  readonly next: BundleCard | null;
  /** Open bundles of the line, so that a code that is none of them reads « à vérifier » without the network. At most 500. */
  readonly lineBundles: readonly BundleCard[];
  /** What the bundles of the line are joined for here; none where nothing is. */
  readonly joins?: readonly JoinCard[];
  readonly defects: readonly DefectKind[];
  /** What somebody here asked for and is not resolved yet, the oldest first. Who comes is not said. */
  readonly calls?: readonly StationCall[];
  /** Whether the workshop lets people see their own progress here. */
  readonly ownProgress?: boolean;
  /** « Ma journée »: whether those who are here are told what they made today. */
  readonly myDay?: boolean;
  /** Minutes for which the last scan can be undone. */
  readonly undoMinutes: number;
  /** Of the last two minutes; null when nothing was read at the counter. */
  readonly read?: ReadAtCounter | null;
}

/** What the reader at the counter read last, and what is to be said of it. */
export interface ReadAtCounter {
  readonly key: string;
  /** UTC ms. */
  readonly at: number;
  readonly answer: ActAnswer;
}

/** What a station is told after an act. `conflict`: taken, though it breaks a rule; a supervisor will look at it. */
export interface ActAnswer {
  readonly accepted: boolean;
  /** `scan-accepted`, `finish-accepted` … or the refusal's code. */
  readonly code: string;
  /** One sentence in the language asked for: what it is, or what is wrong and what to do. */
  readonly message: string;
  readonly conflict: string | null;
  /** The tablet's clock is more than 2 minutes off. */
  readonly isClockOff: boolean;
  readonly bundle: BundleCard | null;
  /** What is waited for or done by the act. */
  readonly operation: OperationCard | null;
  /** Codes of tickets that the act made: those of a split. */
  readonly newCodes: readonly string[];
  /** After a badge: with which the person acts from now on. */
  readonly assignmentId?: string;
}
