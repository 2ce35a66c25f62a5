import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { compareHeads, type Restored } from "./compare-heads.ts";
import { createGoneLines, createGoneReader, type Gone, type GoneLines } from "./gone-lines.ts";
import type { JournalFault, NotedHead, Verification } from "./journal-fault.ts";
import type { Link } from "./let-go.ts";
import { GENESIS, hashLine } from "./line-hash.ts";
import { createLineRows, type NumberedLine, stepsOf } from "./line-rows.ts";
import { describeLine } from "./line-words.ts";

/** A line that does not say what its link sealed. */
interface Differing {
  readonly line: NumberedLine;
  readonly link: Link;
  readonly before: Uint8Array;
}

/** Faults that are told; the first says where to look. */
const TOLD_MAX = 50;

/**
 * Reads the whole journal and every link of it, and holds the heads that were noted apart against it ([JC5], [JC6]). It only
 * reads, some thousand lines at a time: a server may go on writing meanwhile.
 */
export function verifyJournal(sqlite: Database, heads: readonly NotedHead[]): Verification {
  const gone = createGoneLines(createClockwork(sqlite));
  const walk = createWalk(new Set(heads.map(({ count }) => count)), gone);
  const readGone = createGoneReader(sqlite);
  const rows = createLineRows(sqlite);
  const links = sqlite.prepare<[number, number], Link>(
    "SELECT n, place, hash FROM journal_chain WHERE n > ? AND n <= ? ORDER BY n",
  );
  const read = sqlite.transaction((above: number, upTo: number) => ({
    lines: rows.between(above, upTo),
    links: links.all(above, upTo),
    gone: readGone(above, upTo),
  }));
  for (const { above, upTo } of stepsOf(sqlite)) walkStep(walk, read(above, upTo));
  const walked = walk.end();
  const met = compareHeads(heads, walked);
  const letGo = gone.end();
  const faults = [...walked.faults, ...letGo.faults, ...met.faults];
  return {
    lines: walked.lines,
    head: walked.last === null ? null : hexOf(walked.last.hash),
    isSealed: isSealed(sqlite),
    faults: faults.slice(0, TOLD_MAX),
    faultCount: faults.length,
    headsMet: met.count,
    letGo: letGo.lines,
    restores: walked.restores.length,
  };
}

/** False for a database of a version that knew no chain. */
export function hasChain(sqlite: Database): boolean {
  const found = sqlite
    .prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE name = 'journal_chain'")
    .pluck();
  return found.get() === 1;
}

interface Step {
  readonly lines: readonly NumberedLine[];
  readonly links: readonly Link[];
  readonly gone: readonly Gone[];
}

/** Each link with its line, and what has no link in between. */
function walkStep(walk: Walk, { lines, links, gone }: Step): void {
  const byNumber = new Map(lines.map((line) => [line.n, line]));
  const linked = new Set(links.map(({ n }) => n));
  const records = new Map(gone.map(({ n, record }) => [n, record]));
  for (const line of lines) if (!linked.has(line.n)) walk.insert(line);
  for (const link of links) {
    const { n } = link;
    walk.take(link, { line: byNumber.get(n) ?? null, record: records.get(n) ?? null });
  }
}

/** What was found of a journal that was walked to its end. */
export interface Walked {
  readonly lines: number;
  readonly last: { readonly n: number; readonly place: number; readonly hash: Uint8Array } | null;
  readonly faults: readonly JournalFault[];
  /** Hashes at the places for which a head was noted, as hexadecimal digits. */
  readonly hashes: ReadonlyMap<number, string>;
  readonly restores: readonly Restored[];
}

type Walk = ReturnType<typeof createWalk>;

/** What is there of a linked line: itself, or the number of the line that let it go. */
interface Linked {
  readonly line: NumberedLine | null;
  readonly record: number | null;
}

/** @param noted places for which a head was noted */
function createWalk(noted: ReadonlySet<number>, gone: GoneLines) {
  const faults: JournalFault[] = [];
  const differing: Differing[] = [];
  const hashes = new Map<number, string>();
  const restores: Restored[] = [];
  let last: Link | null = null;
  let lines = 0;

  function tell(kind: JournalFault["kind"], of: Partial<JournalFault> & { n: number }): void {
    faults.push({ kind, at: null, of: null, lines: 1, ...of });
  }

  /** False when it does not follow the link before. */
  function follows({ n, place }: Link, line: NumberedLine | null): boolean {
    const missing = place - (last?.place ?? 0) - 1;
    if (missing > 0)
      tell("gap", { ...(line === null ? { n } : describeLine(line)), lines: missing });
    return missing <= 0;
  }

  function check(link: Link, line: NumberedLine): void {
    const before = last?.hash ?? GENESIS;
    if (follows(link, line) && !isSame(hashLine(before, line), link.hash))
      differing.push({ line, link, before });
    gone.pass(line);
    const restored = describeLine(line);
    if (restored.of === RESTORE) {
      restores.push({ place: link.place, at: restored.at, isForeign: isUploaded(line) });
    }
  }

  return {
    /** A line that has no link. */
    insert: (line: NumberedLine) => tell("inserted", describeLine(line)),
    /** A link, and its line when that is there; what went leaves nothing that its link could be held against. */
    take(link: Link, { line, record }: Linked): void {
      if (line !== null) check(link, line);
      else if (record === null) tell("removed", { n: link.n });
      else {
        follows(link, null);
        gone.take(link, record);
      }
      if (noted.has(link.place)) hashes.set(link.place, hexOf(link.hash));
      last = link;
      lines += 1;
    },
    end(): Walked {
      for (const each of differing) {
        const kind = differing.some((other) => isOf(each.line, other)) ? "moved" : "changed";
        tell(kind, describeLine(each.line));
      }
      faults.sort((a, b) => a.n - b.n);
      return { lines, last, faults, hashes, restores };
    },
  };
}

const RESTORE = "changed: backup";

/** Ids of backups from elsewhere end so. */
function isUploaded({ values }: NumberedLine): boolean {
  return values.some((value) => /"subject":"[^"]*-uploaded"/.test(String(value)));
}

/** Whether it is what was sealed at another place. */
function isOf({ log, n, values }: NumberedLine, { line: other, link, before }: Differing): boolean {
  if (n === link.n || log !== other.log) return false;
  return isSame(hashLine(before, { log, values: [link.n, ...values.slice(1)] }), link.hash);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** False while lines of before are still being linked, or were when the server was stopped: the next start goes on. */
function isSealed(sqlite: Database): boolean {
  const upTo = sqlite.prepare<[], number>("SELECT max(up_to) FROM journal_sealing").pluck().get();
  const head = sqlite.prepare<[], number | null>("SELECT max(n) FROM journal_chain").pluck().get();
  return (head ?? 0) >= (upTo ?? 0);
}
