import { createHash } from "node:crypto";
import { type ExportFormat, formatDay } from "@trame/shared";
import { createOneAtATime } from "../one-at-a-time.ts";
import { createOneByOne } from "../one-by-one.ts";
import type { ExportAsked } from "./asked.ts";
import type { ExportHead } from "./book.ts";
import { fileNameOf } from "./file-name.ts";
import { readFacts } from "./read/read-facts.ts";
import type { ExportSource } from "./read/span.ts";
import type { ExportJob } from "./write-export.ts";

/** What makes exports, away from the thread that serves the floor. */
export interface Exports {
  /** null when too many exports wait already. */
  write(asked: ExportAsked, format: ExportFormat): Promise<WrittenExport | null>;
  /** Ends what is being written: whoever waits for it gets an error. */
  close(): Promise<void>;
}

/** An export as it is sent, or put into a folder. */
export interface WrittenExport {
  readonly bytes: Uint8Array;
  /** Of the bytes: the same tag, the same bytes ([EX13]). */
  readonly tag: string;
  readonly fileName: string;
  readonly head: ExportHead;
}

export interface ExportsOptions {
  readonly store: ExportSource;
  /** UTC ms. */
  readonly now: () => number;
}

/** Exports that wait while one is read: what they are made of is held in memory. */
const WAITING_MAX = 7;
/** Enough for a year of a workshop of a hundred stations; an export that needs more fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Starts nothing yet: the thread comes with the first export. */
export function startExports({ store, now }: ExportsOptions): Exports {
  const thread = createOneAtATime<ExportJob, Uint8Array>({
    script: new URL("./export-thread.ts", import.meta.url),
    resourceLimits,
    waitingMax: 1,
    toMessage: (job) => job,
  });
  let waiting = 0;
  const inTurn = createOneByOne();

  async function make(asked: ExportAsked, format: ExportFormat): Promise<WrittenExport> {
    const facts = await readFacts(store, asked, now());
    const bytes = await thread.run({ format, facts });
    if (bytes === null) throw new Error("an export was written out of turn");
    const { kind, from, to } = asked;
    const name = { kind, format, from: formatDay(from), to: formatDay(to) };
    return { bytes, tag: tagOf(bytes), fileName: fileNameOf(name), head: facts.head };
  }

  return {
    write(asked, format) {
      if (waiting > WAITING_MAX) return Promise.resolve(null);
      waiting += 1;
      // One is read and written at a time, so that two of a year are never in memory together.
      return inTurn(() => make(asked, format)).finally(() => (waiting -= 1));
    },
    close: thread.close,
  };
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}
