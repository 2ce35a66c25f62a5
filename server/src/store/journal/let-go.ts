import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { FactLog } from "../fact-log.ts";

/** What a line `let-go` of the journal says of the lines that went with it ([JC9]). */
export interface LetGo {
  readonly lines: number;
  /** SHA-256 over the numbers and the links of those lines, hexadecimal; see {@link digestOfLinks}. */
  readonly digest: string;
}

/** A link of the chain, as it is stored. */
export interface Link {
  readonly n: number;
  readonly place: number;
  readonly hash: Uint8Array;
}

/** Lets lines of the journal go: their links stay, and a new line says which they were. */
export interface LettingGo {
  /** @param numbers of the lines, ascending; within a transaction, and not empty */
  letGo(numbers: readonly number[], now: number): void;
}

export function createLettingGo(sqlite: Database, facts: FactLog): LettingGo {
  const link = sqlite.prepare<[number], Link>(
    "SELECT n, place, hash FROM journal_chain WHERE n = ?",
  );
  const note = sqlite.prepare("INSERT INTO journal_gone (n, record) VALUES (?, ?)");
  const dropAct = sqlite.prepare("DELETE FROM acts WHERE n = ?");
  const dropFact = sqlite.prepare("DELETE FROM facts WHERE n = ?");

  return {
    letGo(numbers, now) {
      const digest = createLinksDigest();
      for (const n of numbers) digest.add(linkOf(n, link.get(n)));
      const record = facts.append({ kind: "let-go", ...digest.end() }, now);
      for (const n of numbers) {
        // Before the line: only a line that is noted as gone may go.
        note.run(n, record);
        dropAct.run(n);
        dropFact.run(n);
      }
    },
  };
}

function linkOf(n: number, link: Link | undefined): Link {
  if (link === undefined) throw new RangeError(`line ${n} of the journal has no link`);
  return link;
}

/** Adds up links in the order of their lines. */
export function createLinksDigest() {
  const hash = createHash("sha256");
  let lines = 0;
  return {
    add({ n, place, hash: of }: Link): void {
      hash.update(`${n} ${place} ${Buffer.from(of).toString("hex")}\n`);
      lines += 1;
    },
    end: (): LetGo => ({ lines, digest: hash.digest("hex") }),
  };
}
