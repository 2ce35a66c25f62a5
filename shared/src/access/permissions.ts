/** What somebody may do, by name; in the order in which a list of them is read. */
export const PERMISSIONS = [
  /** What a wall shows: the board, live, the plan, orders' progress; no person. */
  "board.read",
  /** What goes on behind it: bundles, stops, calls, machines, orders, counters; no person. */
  "floor.read",
  /** Reports, counts and exports; no person. */
  "reports.read",
  /** What is done at a station. */
  "station.act",
  /** What a supervisor does on the floor: calls, causes, conflicts, corrections, messages, targets, subcontractors. */
  "floor.act",
  /** Who is there, who can do what. */
  "people.read",
  /** Who goes where, who is away, badges. */
  "people.write",
  /** Styles, routings, orders, cutting, packing, imports, tickets. */
  "orders.write",
  "settings.read",
  /** The plan, the calendar, causes, limits, languages. */
  "settings.write",
  /** Counters: secrets, pairing, what they said that could not be read or believed. */
  "devices.write",
  /** Walls and tablets of stations. */
  "screens.write",
  "backups.manage",
  "journal.read",
  "privacy.read",
  "privacy.write",
  /** Accounts and keys of programs. */
  "access.manage",
  "metrics.read",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/**
 * What a program may be let do: all but letting others in, a screen or a station too, whose keys have no end. Its own end and its
 * bounds would be worth nothing ([AC10]).
 */
export const KEY_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== "access.manage" && permission !== "screens.write",
);
