import type {
  CallKind,
  Colour,
  CutLot,
  OperationPictogram,
  OperatorMode,
  Part,
} from "@trame/shared";

/**
 * A workshop with its story, as data. Everything the sewing needs, nothing about networks or real time.
 * Times inside a shift are shares of it or minutes from its beginning, so that a scenario can be played at any hour.
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** A few sentences for people: where, when, who, what. */
  readonly story: string;
  readonly workshop: { readonly name: string; readonly timeZone: string };
  readonly shift: ShiftPlan;
  /** By week of the story, from week 1; the last one holds on. */
  readonly targets: readonly number[];
  readonly learning: Learning;
  readonly operations: readonly Operation[];
  readonly stations: readonly StationPlan[];
  readonly people: readonly Person[];
  /** Who belongs to the workshop and sits at no station today. */
  readonly others?: readonly OtherPerson[];
  /** Operations at which waiting and stops are judged otherwise. */
  readonly thresholds?: readonly Threshold[];
  readonly flow: Flow;
  readonly chance: Chance;
  readonly incidents: readonly PlannedIncident[];
  /** What the operations make. Without it pieces travel in packets that have no tickets. */
  readonly styles?: readonly StylePlan[];
  /** Given one after the other, and from the first again when all are cut. */
  readonly orders?: readonly OrderPlan[];
  /** Each sews one style; without them one line does everything. */
  readonly lines?: readonly LinePlan[];
}

/** A line of a workshop that has several. */
export interface LinePlan {
  readonly name: string;
  readonly style: string;
  readonly targets: readonly number[];
}

/** A style; its routing follows from the operations. */
export interface StylePlan {
  readonly id: string;
  readonly name: string;
  readonly sizes: readonly string[];
  readonly colours: readonly Colour[];
  /** Made side by side; the one that comes first goes on where they join. */
  readonly parts?: readonly Part[];
}

/** An order, cut as a whole. */
export interface OrderPlan {
  readonly customer: string;
  readonly dueInDays: number;
  readonly styles: readonly OrderedStyle[];
  /** So many kits are packed in the end. */
  readonly kits?: number;
}

/** Pieces of one style by size, colour and dye bath. */
export interface OrderedStyle {
  readonly style: string;
  readonly lots: readonly CutLot[];
  readonly perKit?: number;
}

/** One shift, "HH:MM" in the workshop's zone. */
export interface ShiftPlan {
  /** 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
}

/** The learning curve `T(n) = T(1) × n^log2(r)`: each doubling of the pieces sewn multiplies the time by r. */
export interface Learning {
  readonly ratio: number;
  /** Pieces after which a person of ordinary pace sews at the standard time. */
  readonly standardAfterPieces: number;
  /** Sewn in an ordinary week by one person. */
  readonly piecesPerWeek: number;
}

/** A step of the garment; it comes after the one before it in the list unless it says otherwise. */
export interface Operation {
  readonly id: string;
  readonly name: string;
  readonly standardMinutes: number;
  readonly stitchesPerPiece: number;
  /** The piece rule of the counter. */
  readonly minStitches: number;
  readonly trimsPerPiece: number;
  /** Stitches that a bobbin lasts; null for a machine without one (overlock). */
  readonly stitchesPerBobbin: number | null;
  /** The style that it makes; the only one when not given. */
  readonly style?: string;
  /** Ids of the operations that come right before; none for the first one of a part. */
  readonly after?: readonly string[];
  /** What it is done to; the whole piece when not given. */
  readonly part?: string;
  /** Parts that come together here. */
  readonly joins?: readonly string[];
  /** By machine when not given. */
  readonly countedBy?: "machine" | "scan";
  readonly machine?: string;
  readonly pictogram?: OperationPictogram;
  /** Its name in English. */
  readonly english?: string;
  /** Pieces are looked at there; those with the pictogram `inspect` when not given. */
  readonly inspects?: boolean;
  /** A subcontractor does it: no station. */
  readonly partner?: string;
}

export interface StationPlan {
  readonly id: string;
  readonly name: string;
  /** Id of its operation; stations that share one work side by side. */
  readonly operation: string;
  /** None at a table. */
  readonly device?: string;
  /** Name of its line, where there are several. */
  readonly line?: string;
}

/** Who sews. No counter ever says the pseudonym; a badge does. */
export interface Person {
  readonly pseudonym: string;
  readonly station: string;
  readonly mode?: Partial<OperatorMode>;
  /** The share of the shift in which they are there, such as [0, 0.5] for its first half. */
  readonly present: readonly [number, number];
}

/** Somebody who can be sent to a station, or is not there today. */
export interface OtherPerson {
  readonly pseudonym: string;
  /** Ids of the operations that they know. */
  readonly operations: readonly string[];
  readonly isAbsent?: boolean;
}

/** As the plan has it, by the id of the operation. */
export interface Threshold {
  readonly operation: string;
  readonly waitMinutes?: number;
  readonly explainMinutes?: number;
}

/** How pieces travel. */
export interface Flow {
  /** Pieces before each operation when the story begins. */
  readonly waitingAtStart: number;
  /** Pieces that travel together to the next operation. */
  readonly packet: number;
  /** Stations at which a packet was left open the evening before. */
  readonly leftOpen?: readonly string[];
  /** How packets go to a subcontractor. */
  readonly outside?: { readonly packets: number; readonly minutes: number };
}

/** What happens by itself, and how often. */
export interface Chance {
  readonly threadBreaksPer10000Stitches: number;
  readonly minutesBetweenPauses: number;
  readonly hoursBetweenFaults: number;
}

/**
 * What happens to a station: no work arrives, the machine breaks, its power or its network goes; the person asks whether a piece
 * is good enough, or is helped by somebody, and sews nothing meanwhile; or all goes slowly, so that packets pile up before it.
 */
export type IncidentKind =
  | "starved"
  | "fault"
  | "power-cut"
  | "offline"
  | "doubt"
  | "support"
  | "slow";

/** What people say of an incident. */
export interface Said {
  /** Whom they call; null: nobody. */
  readonly call: CallKind | null;
  /** Somebody comes so long after the call; null: nobody does. */
  readonly takenAfterMinutes: number | null;
  /** Code of the cause that is given afterwards; null: it is left to be explained. */
  readonly cause: string | null;
}

/** An incident at a moment of every shift. */
export interface PlannedIncident {
  readonly station: string;
  readonly kind: IncidentKind;
  readonly afterMinutes: number;
  readonly minutes: number;
}

/** An incident at a moment; UTC ms of the sewing's time. */
export interface Incident {
  readonly station: string;
  readonly kind: IncidentKind;
  readonly from: number;
  readonly to: number;
  /** Drawn from chance when not given. */
  readonly said?: Said;
}
