import type { Database } from "better-sqlite3";
import type { Clockwork } from "../clock-steps.ts";
import type { JournalFault } from "./journal-fault.ts";
import { createLinksDigest, type LetGo, type Link } from "./let-go.ts";
import { COLUMNS } from "./line-hash.ts";
import type { NumberedLine } from "./line-rows.ts";
import { describeLine } from "./line-words.ts";

/** A line that went, with the number of the line that put it on record. */
export interface Gone {
  readonly n: number;
  readonly record: number;
}

/**
 * Holds what went of the journal against what is on record of it: the lines of a record are those that it let go, with the links that
 * they had, and they were old by then ([JC9]). The journal is walked in its order: a record comes after the lines that it let go.
 */
export interface GoneLines {
  /** A line that is there. */
  pass(line: NumberedLine): void;
  /** A link whose line went. */
  take(link: Link, record: number): void;
  /** How many lines went as it is on record, and what is not accounted for. */
  end(): { readonly lines: number; readonly faults: readonly JournalFault[] };
}

/** Lines that went together. */
interface Group {
  readonly first: number;
  readonly links: ReturnType<typeof createLinksDigest>;
  /** When the newest line that stands before one of them arrived, UTC ms. */
  after: number;
}

interface Record {
  readonly line: NumberedLine;
  readonly said: LetGo;
  /** UTC ms. */
  readonly at: number;
}

/** No workshop keeps its journal for less than a year; zones and a leap year take two days of it. */
const KEPT_AT_LEAST_MS = 363 * 86_400_000;

export function createGoneLines(clockwork: Pick<Clockwork, "adjust">): GoneLines {
  const groups = new Map<number, Group>();
  const records = new Map<number, Record>();
  let newest = -Infinity;

  return {
    pass(line) {
      const at = arrivedAt(clockwork, line);
      newest = Math.max(newest, at);
      const said = letGoOf(line);
      if (said !== null) records.set(line.n, { line, said, at });
    },
    take(link, record) {
      const group = groups.get(record) ?? { first: link.n, links: createLinksDigest(), after: 0 };
      groups.set(record, group);
      group.links.add(link);
      group.after = newest;
    },
    end() {
      const counted = [...groups].map(([n, { links, ...group }]) => {
        const went = links.end();
        return { lines: went.lines, fault: faultOf(records.get(n), { ...group, went }) };
      });
      return {
        lines: counted.reduce((sum, { lines, fault }) => sum + (fault === null ? lines : 0), 0),
        faults: counted.flatMap(({ fault }) => fault ?? []),
      };
    },
  };
}

/** Reads which lines went, above a number and up to one; none in a store of a version that kept all. */
export function createGoneReader(sqlite: Database): (above: number, upTo: number) => Gone[] {
  const has = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal_gone'").get();
  if (has === undefined) return () => [];
  const gone = sqlite.prepare<[number, number], Gone>(
    "SELECT n, record FROM journal_gone WHERE n > ? AND n <= ?",
  );
  return (above, upTo) => gone.all(above, upTo);
}

function faultOf(
  record: Record | undefined,
  { first, after, went }: Omit<Group, "links"> & { readonly went: LetGo },
): JournalFault | null {
  if (record === undefined)
    return { kind: "removed", n: first, at: null, of: null, lines: went.lines };
  const { line, said, at } = record;
  const wereOld = after <= at - KEPT_AT_LEAST_MS;
  if (wereOld && said.lines === went.lines && said.digest === went.digest) return null;
  return { kind: "unaccounted", ...describeLine(line), lines: went.lines };
}

function arrivedAt(clockwork: Pick<Clockwork, "adjust">, line: NumberedLine): number {
  const run = Number(line.values[COLUMNS[line.log].indexOf("run")]);
  return clockwork.adjust({ received: describeLine(line).at, run, n: line.n });
}

const KIND = COLUMNS.fact.indexOf("kind");
const BODY = COLUMNS.fact.indexOf("body");

/** Whoever spoils its body is found by its link. */
function letGoOf({ log, values }: NumberedLine): LetGo | null {
  if (log !== "fact" || values[KIND] !== "let-go") return null;
  const { lines, digest } = /"lines":(?<lines>\d+),"digest":"(?<digest>[0-9a-f]{64})"/.exec(
    String(values[BODY]),
  )?.groups ?? { lines: "0", digest: "" };
  return { lines: Number(lines), digest: digest ?? "" };
}
