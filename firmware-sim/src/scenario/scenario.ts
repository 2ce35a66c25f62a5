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
  readonly flow: Flow;
  readonly chance: Chance;
  readonly incidents: readonly PlannedIncident[];
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

/** A step of the garment; its place in the list is its place in the flow. */
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
}

export interface StationPlan {
  readonly id: string;
  readonly name: string;
  /** Id of its operation; stations that share one work side by side. */
  readonly operation: string;
  readonly device: string;
}

/** Who sews. The pseudonym stays in the story: no counter ever says it. */
export interface Person {
  readonly pseudonym: string;
  readonly station: string;
  /** The share of the shift in which they are there, such as [0, 0.5] for its first half. */
  readonly present: readonly [number, number];
}

/** How pieces travel. */
export interface Flow {
  /** Pieces before each operation when the story begins. */
  readonly waitingAtStart: number;
  /** Pieces that travel together to the next operation. */
  readonly packet: number;
}

/** What happens by itself, and how often. */
export interface Chance {
  readonly threadBreaksPer10000Stitches: number;
  readonly minutesBetweenPauses: number;
  readonly hoursBetweenFaults: number;
}

/** What happens to a station: no work arrives, the machine breaks, its power or its network goes. */
export type IncidentKind = "starved" | "fault" | "power-cut" | "offline";

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
}
