import { type ExportFormat, formatDay } from "@trame/shared";
import { createOneAtATime } from "../one-at-a-time.ts";
import { createOneByOne } from "../one-by-one.ts";
import type { Store } from "../store/open-store.ts";
import type { KeptDay } from "../store/reports/report-commands.ts";
import type { ExportAsked } from "./asked.ts";
import type { ExportJob, MadeExport } from "./export-job.ts";
import { fileNameOf } from "./file-name.ts";

/** What makes exports, away from the thread that serves the floor. */
export interface Exports {
  /** null when too many exports wait already. */
  write(asked: ExportAsked, format: ExportFormat): Promise<WrittenExport | null>;
  /** Ends what is being written: whoever waits for it gets an error. */
  close(): Promise<void>;
}

/** An export as it is sent, or put into a folder. */
export interface WrittenExport extends MadeExport {
  readonly fileName: string;
}

export interface ExportsOptions {
  /** What is exported is read from its file by the thread that writes it; days that were computed are kept in it. */
  readonly store: Pick<Store, "file" | "keepDay">;
  /** UTC ms. */
  readonly now: () => number;
}

/** Exports that wait while one is read: what they are made of is held in memory. */
const WAITING_MAX = 7;
/** Enough for a year of a workshop of a hundred stations; an export that needs more fails alone. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Starts nothing yet: the thread comes with the first export. */
export function startExports({ store, now }: ExportsOptions): Exports {
  const thread = createOneAtATime<ExportJob, MadeExport, KeptDay>({
    script: new URL("./export-thread.ts", import.meta.url),
    resourceLimits,
    waitingMax: 1,
    toMessage: (job) => job,
    // A disk that takes nothing more can still be read: what is not kept is computed again.
    onNote: (day) => void store.keepDay(day).catch(() => undefined),
  });
  let waiting = 0;
  const inTurn = createOneByOne();

  async function make(asked: ExportAsked, format: ExportFormat): Promise<WrittenExport> {
    const made = await thread.run({ file: store.file, asked, format, now: now() });
    if (made === null) throw new Error("an export was written out of turn");
    const { kind, from, to, lineId, orderId, styleId } = asked;
    const days = { from: formatDay(from), to: formatDay(to) };
    const name = { kind, format, ...days, of: [lineId, orderId, styleId] };
    return { ...made, fileName: fileNameOf(name) };
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
