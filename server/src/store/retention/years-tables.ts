/** A table and the column that says of when a row is. */
export interface DatedTable {
  readonly table: string;
  readonly column: string;
  /** A working day as a number, or UTC ms. */
  readonly of: "day" | "moment";
}

/** Rows that go with their working day or moment, whatever they are about ([RT20]). */
export const DATED_TABLES: readonly DatedTable[] = [
  { table: "hours", column: "day", of: "day" },
  { table: "days", column: "day", of: "day" },
  { table: "day_rows", column: "day", of: "day" },
  { table: "line_heads", column: "day", of: "day" },
  { table: "sealed_points", column: "day", of: "day" },
  { table: "sealed_states", column: "day", of: "day" },
  { table: "sealed_days", column: "day", of: "day" },
  { table: "evening_exports", column: "day", of: "day" },
  { table: "quarantine", column: "last_at", of: "moment" },
  { table: "purges", column: "at", of: "moment" },
];

/** Rows of a bundle, by its number: they go with its order. */
export const BUNDLE_TABLES = [
  ...["bundle_states", "waits", "works", "tallies", "outcomes", "deductions", "resized"],
  "act_bundles",
] as const;

/** Rows of an order, in the order in which others refer to them. */
export const ORDER_TABLES = [
  "tickets",
  "packings",
  "cartons_opened",
  "cartons",
  "bundles",
] as const;

/** Tables with rules of their own, each in a file of this folder or of the journal. */
export const RULED_TABLES = ["orders", "acts", "facts", "events", "head_changes", "seals"] as const;

/** Tables with a day or a moment that stay, each with why. */
export const KEPT_TABLES: Readonly<Record<string, string>> = {
  accounts: "who may sign in now",
  api_keys: "which programs may ask now",
  sessions: "who is signed in now",
  screens: "which screens are let in now",
  removed_screens: "a digest that tells a screen that it was taken out",
  station_keys: "which tablets are let in now",
  pins: "how a badge is protected now",
  devices: "which counters there are now",
  plans: "what the workshop is; a plan holds until the next one",
  routings: "how a style is sewn; orders freeze a version",
  styles: "what the workshop sews",
  runs: "when the server started: what it received is dated by it",
  absences: "goes with who was where",
  assignments: "goes with who was where",
  sendings: "goes with who was where",
  postings: "goes with who was where",
  looks: "goes after a year",
  person_names: "goes with the person",
  person_requests: "goes with the person",
  removed_people: "a digest that keeps a backup from bringing somebody back",
  samples: "goes with the raw samples",
  parts: "goes with the raw samples",
  holds: "waits for a person's word",
  resting_numbers: "keeps a number from being given to another order while paper bears it",
  years_gone: "which days went",
};
