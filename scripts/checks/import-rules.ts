/** The folders of docs/architecture.md, as a table: who may import whom. */

/** A place of the tree and the other places that its files may import; `types:` allows only types of it. */
export interface Rule {
  place: string;
  may: readonly string[];
}

const shared = "@trame/shared";
/** The second entry of shared: its schemas, which bring TypeBox with them. */
export const schemas = "@trame/shared/schemas";
const clock = "server/src/clock";
/** In whose name something is written. */
const author = "server/src/author";
const edge = [
  ...[shared, "types:@trame/broker", clock, author, "server/src/record"],
  "types:server/src/store",
];

/** From the particular to the general: the first place that holds a file is the one that counts. */
export const rules: readonly Rule[] = [
  { place: "server/src/ingest", may: edge },
  {
    place: "server/src/api",
    may: [
      ...[...edge, schemas, "types:server/src/live", "types:server/src/tls"],
      "types:server/src/people",
      "server/src/one-by-one",
      ...[
        "access",
        "backup",
        "retention",
        "balance",
        "exports",
        "imports",
        "journal",
        "paper",
        "photos",
        "privacy",
        "reports",
      ].map((folder) => `server/src/${folder}`),
    ],
  },
  // What reads for reports also writes the file that is asked for most.
  { place: "server/src/store/reader", may: [shared, "server/src/store", "server/src/reports"] },
  {
    place: "server/src/store/reader-thread",
    may: ["server/src/store", "server/src/give-way", "server/src/give-back"],
  },
  { place: "server/src/store/writer-thread", may: ["server/src/store", "server/src/give-back"] },
  { place: "server/src/access", may: [shared, author, "types:server/src/store"] },
  { place: "server/src/people", may: [] },
  { place: "server/src/devices", may: [shared, "types:@trame/broker"] },
  { place: "server/src/record", may: [shared, clock, author, "server/src/store"] },
  { place: "server/src/store", may: [shared, clock, author, "server/src/give-way"] },
  { place: "server/src/live", may: [shared] },
  {
    place: "server/src/balance",
    may: [shared, "server/src/one-at-a-time", "server/src/give-way"],
  },
  {
    place: "server/src/paper",
    may: [
      ...[shared, "types:server/src/store"],
      ...["server/src/one-at-a-time", "server/src/give-way"],
    ],
  },
  { place: "server/src/give-back", may: [] },
  { place: "server/src/give-way", may: [] },
  { place: "server/src/one-at-a-time", may: [] },
  { place: "server/src/one-by-one", may: [] },
  { place: "server/src/reports", may: [shared, "types:server/src/store", "server/src/give-way"] },
  {
    // A thread with a connection of its own.
    place: "server/src/exports/export-thread",
    may: ["exports", "store", "one-at-a-time", "give-way"].map((part) => `server/src/${part}`),
  },
  {
    place: "server/src/exports",
    may: [
      shared,
      "types:server/src/store",
      ...["reports", "paper", "one-at-a-time", "one-by-one"].map(
        (folder) => `server/src/${folder}`,
      ),
    ],
  },
  {
    place: "server/src/backup",
    may: [shared, author, "types:server/src/store", "server/src/one-by-one"],
  },
  {
    place: "server/src/retention",
    may: [
      ...[shared, "types:server/src/store", "server/src/store/retention"],
      ...["server/src/store/database-file", "types:server/src/backup"],
      "server/src/backup/next-due",
    ],
  },
  { place: "server/src/privacy", may: [shared] },
  { place: "server/src/journal", may: ["types:server/src/store", "server/src/backup"] },
  {
    place: "server/src/imports",
    may: [
      ...[shared, "types:server/src/store", "server/src/reports/csv"],
      ...["server/src/one-at-a-time", "server/src/give-way"],
    ],
  },
  { place: "server/src/app", may: [shared, "@trame/broker", "server/src"] },
  {
    place: "server/src/main",
    may: [
      shared,
      ...["app", "config", "admin-token", "give-back", "give-way"].map(
        (file) => `server/src/${file}`,
      ),
    ],
  },
  {
    place: "server/src/verify-journal",
    may: ["server/src/config", "server/src/journal", "server/src/backup", "server/src/store"],
  },
  { place: "server/src/rebuild", may: [shared, "server/src/config", "server/src/store"] },
  { place: "server/src/config", may: [shared] },
  { place: "server/src/admin-token", may: [] },
  { place: "server/src/photos", may: [] },
  { place: "server/src/tls", may: [shared, "types:@trame/broker"] },
  { place: clock, may: [shared] },
  { place: author, may: [] },
  { place: "floor-ui/src/ui", may: ["types:@trame/shared", "types:floor-ui/src/i18n"] },
  { place: "floor-ui/src/i18n", may: ["types:@trame/shared"] },
  { place: "floor-ui/src/data", may: [shared] },
  {
    place: "floor-ui/src/pages",
    may: [shared, ...["data", "ui", "i18n", "styles"].map((folder) => `floor-ui/src/${folder}`)],
  },
  { place: "floor-ui/src", may: [shared] },
  { place: "shared/src", may: [] },
  { place: "broker/src", may: [shared] },
  { place: "firmware-sim/src", may: [shared] },
];

/** Places that see everything. */
export const free = ["tests", "scripts"];

/** A library that only one place may name; tests and scripts may too, benchmarks compare with the bare thing. */
export const owners: Readonly<Record<string, string>> = {
  aedes: "broker/src",
  "better-sqlite3": "server/src/store",
  fastify: "server/src",
  preact: "floor-ui/src",
};

/** Places that run in a browser too, or only compute: nothing of Node there. */
export const withoutNode = ["shared/src", "floor-ui/src"];
