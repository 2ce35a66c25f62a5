/** What a purge came to, as it is kept and shown. */
export interface Purge {
  /** UTC ms. */
  readonly at: number;
  /** Each night, and at once when somebody was removed. */
  readonly cause: "night" | "removal";
  /** Rows that went, by table. */
  readonly taken: Taken;
  /** How it was proved, or why it is not. */
  readonly proof: Proof;
  readonly backups: PurgedBackups;
}

/** Rows by table; only tables that lost one. */
export type Taken = Readonly<Record<string, number>>;

/** Whether what was deleted is nowhere any more ([RT6]). */
export interface Proof {
  readonly isProven: boolean;
  /** Rows that were too old and still there, by table; none when it is proved. */
  readonly left: Taken;
  /** How many deleted values were looked for in the bytes of the files, of how many. */
  readonly sought: number;
  readonly deleted: number;
  /** How many files were read, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
  /** Where a deleted value was found, and how many; names within the data folder. */
  readonly found: readonly { readonly file: string; readonly values: number }[];
  /** The database was written anew as a whole, since bytes were left in it. */
  readonly isCompacted: boolean;
  /** What kept it from being proved, for the log; null when nothing did. */
  readonly fault: string | null;
}

/** What became of backups that are older than people are known. */
export interface PurgedBackups {
  /** Written anew without people. */
  readonly rewritten: number;
  /** Removed, since they could not be. */
  readonly dropped: number;
  /** Ids of those that still hold people, and are tried again the next night. */
  readonly left: readonly string[];
}

/** One transaction of a purge. */
export interface PurgeStep {
  readonly isMore: boolean;
  readonly taken: Taken;
  /** Bytes that are nowhere once it is done. */
  readonly traces: readonly Uint8Array[];
}

/** Adds up rows by table. */
export function addTaken(a: Taken, b: Taken): Taken {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const sums = names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}
