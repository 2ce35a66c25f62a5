import {
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";

/*
 * Two kinds of tables.
 *   The log: plans, samples, events, facts. Rows are appended and never edited (triggers hold it);
 *            only the time of a sample, which is derived, may be corrected.
 *   What is folded from it: parts, holds, hours. `npm run rebuild` makes the same rows again.
 * The others intern names, or hold what has no history (secrets, settings, places in a queue).
 */

const amounts = {
  pieces: integer().notNull(),
  stitches: integer().notNull(),
  trims: integer().notNull(),
};

/** One row: the log's clock (writing transactions) and how many facts have arrived. */
export const progress = sqliteTable("progress", {
  id: integer().primaryKey(),
  clock: integer().notNull(),
  arrivals: integer().notNull(),
});

/** One row a server start; `received` of what it heard moves when its clock steps. */
export const runs = sqliteTable("runs", {
  id: integer().primaryKey({ autoIncrement: true }),
  startedAt: integer("started_at").notNull(),
});

export const plans = sqliteTable("plans", {
  /** UTC ms from which the plan holds. */
  from: integer("from_ms").primaryKey(),
  recordedAt: integer("recorded_at").notNull(),
  /** The plan as JSON, without secrets. */
  body: text().notNull(),
});

export const devices = sqliteTable("devices", {
  deviceId: text("device_id").primaryKey(),
  secretSalt: blob("secret_salt", { mode: "buffer" }),
  secretHash: blob("secret_hash", { mode: "buffer" }),
  /** Set while it is listed as waiting: it showed the pairing code and no plan names it. UTC ms. */
  waitingSince: integer("waiting_since"),
  /** Counters of other makes: what told of a restart, the last time. */
  bootCount: integer("boot_count"),
  uptimeSec: integer("uptime_sec"),
});

/** A power-on of a counter; `generation` above 1 when a reset kept the boot id. */
export const boots = sqliteTable(
  "boots",
  {
    id: integer().primaryKey(),
    deviceId: text("device_id").notNull(),
    counter: text().notNull(),
    boot: text().notNull(),
    generation: integer().notNull(),
    /** A counter of another make: its totals have no power-on, its first value is a base. */
    isForeign: integer("is_foreign", { mode: "boolean" }).notNull(),
    /** When it began, as told through the sample `datedSeq`. */
    forward: real(),
    backward: real(),
    worst: real(),
    datedSeq: integer("dated_seq").notNull(),
  },
  (t) => [unique().on(t.deviceId, t.counter, t.boot, t.generation)],
);

/** What a sample said, and when. */
const told = {
  up: integer().notNull(),
  pieces: integer().notNull(),
  stitches: integer(),
  trims: integer(),
  state: text({ enum: ["running", "idle", "fault"] }),
  /** UTC ms as the clock stood then; of the message. */
  received: integer().notNull(),
  messageUp: integer("message_up").notNull(),
  run: integer().notNull(),
  /** When it happened, UTC ms: derived by dating, the only column that may change. */
  at: integer().notNull(),
};

export const samples = sqliteTable(
  "samples",
  {
    bootId: integer("boot_id").notNull(),
    seq: integer().notNull(),
    /** Order of arrival in the log. */
    n: integer().notNull(),
    ...told,
  },
  (t) => [primaryKey({ columns: [t.bootId, t.seq] })],
);

/** Samples in order of arrival, each with what it added; moved into `samples` and `parts` a few thousand at a time. */
export const inbox = sqliteTable("inbox", {
  n: integer().primaryKey(),
  bootId: integer("boot_id").notNull(),
  seq: integer().notNull(),
  ...told,
  day: integer().notNull(),
  hour: integer().notNull(),
  placeId: integer("place_id"),
  partPieces: integer("part_pieces").notNull(),
  partStitches: integer("part_stitches").notNull(),
  partTrims: integer("part_trims").notNull(),
  reachedPieces: integer("reached_pieces").notNull(),
  reachedStitches: integer("reached_stitches").notNull(),
  reachedTrims: integer("reached_trims").notNull(),
  open: text(),
  fell: integer({ mode: "boolean" }).notNull(),
});

export const events = sqliteTable(
  "events",
  {
    bootId: integer("boot_id").notNull(),
    seq: integer().notNull(),
    n: integer().notNull(),
    up: integer().notNull(),
    kind: text({ enum: ["scan", "button"] }).notNull(),
    value: text().notNull(),
    received: integer().notNull(),
    messageUp: integer("message_up").notNull(),
    run: integer().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.bootId, t.seq] })],
);

export const facts = sqliteTable(
  "facts",
  {
    n: integer().primaryKey(),
    kind: text().notNull(),
    bootId: integer("boot_id"),
    run: integer().notNull(),
    recordedAt: integer("recorded_at").notNull(),
    /** JSON; its shape follows from the kind. */
    body: text().notNull(),
  },
  (t) => [index("facts_by_boot").on(t.bootId)],
);

/** Where pieces can be made; interned, so that rollups carry a number. */
export const places = sqliteTable(
  "places",
  {
    id: integer().primaryKey(),
    lineId: text("line_id").notNull(),
    stationId: text("station_id").notNull(),
    operation: text().notNull(),
    standardMinutes: real("standard_minutes").notNull(),
    isOutput: integer("is_output", { mode: "boolean" }).notNull(),
  },
  (t) => [unique().on(t.lineId, t.stationId, t.operation, t.standardMinutes, t.isOutput)],
);

/** What each sample added, where, and the state after it: a fold can go on from any row. */
export const parts = sqliteTable(
  "parts",
  {
    bootId: integer("boot_id").notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    day: integer().notNull(),
    hour: integer().notNull(),
    /** null: the device was bound to no station. */
    placeId: integer("place_id"),
    ...amounts,
    reachedPieces: integer("reached_pieces").notNull(),
    reachedStitches: integer("reached_stitches").notNull(),
    reachedTrims: integer("reached_trims").notNull(),
    /** Open leaps as JSON; null when there are none. */
    open: text(),
    /** The total fell, and no leap explains it. */
    fell: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.bootId, t.seq] })],
);

/** What is withheld until a person looks at it. */
export const holds = sqliteTable(
  "holds",
  {
    bootId: integer("boot_id").notNull(),
    /** The step that is withheld is `(fromSeq, seq]`. */
    seq: integer().notNull(),
    fromSeq: integer("from_seq").notNull(),
    kind: text({ enum: ["leap", "before"] }).notNull(),
    ...amounts,
    at: integer().notNull(),
    placeId: integer("place_id"),
  },
  (t) => [primaryKey({ columns: [t.bootId, t.seq] })],
);

/** The rollup for good: per working day, clock hour and place. */
export const hours = sqliteTable(
  "hours",
  {
    day: integer().notNull(),
    hour: integer().notNull(),
    placeId: integer("place_id").notNull(),
    ...amounts,
  },
  (t) => [primaryKey({ columns: [t.day, t.hour, t.placeId] })],
);

/** The clock of the last write that changed a day. */
export const days = sqliteTable("days", {
  day: integer().primaryKey(),
  clock: integer().notNull(),
});

/** What of a boot must be folded again; a row is a place in the queue. */
export const marks = sqliteTable("marks", {
  bootId: integer("boot_id").primaryKey(),
  fromSeq: integer("from_seq").notNull(),
  throughSeq: integer("through_seq").notNull(),
});

export const quarantine = sqliteTable(
  "quarantine",
  {
    id: integer().primaryKey(),
    deviceId: text("device_id").notNull(),
    sha256: blob({ mode: "buffer" }).notNull(),
    /** Position in the message's list; -1 for the whole message. */
    index: integer("idx").notNull(),
    fault: text().notNull(),
    topic: text().notNull(),
    payload: blob({ mode: "buffer" }).notNull(),
    firstAt: integer("first_at").notNull(),
    lastAt: integer("last_at").notNull(),
    seen: integer().notNull(),
    state: text({ enum: ["open", "released", "dismissed"] }).notNull(),
  },
  (t) => [unique().on(t.deviceId, t.sha256, t.index)],
);

export const settings = sqliteTable("settings", {
  key: text().primaryKey(),
  value: text().notNull(),
});
