import {
  type DayNumber,
  EVENING_EXPORT_SETTING,
  eveningExportOf,
  formatDay,
  type KeptEveningExport,
  parseDay,
} from "@trame/shared";
import type { UnwrittenDay, WrittenDay } from "../../store/exports/evening-days.ts";
import type { Store } from "../../store/open-store.ts";
import { fileNameOf } from "../file-name.ts";
import type { Exports } from "../start-exports.ts";
import { dueDays } from "./due-days.ts";
import { type FolderFault, folderFault, tryFolder, writeWhole } from "./folder.ts";

/** Writes each day's files into a folder when its work is over. */
export interface Evening {
  /** Looks whether there is something to write, and writes it; also called each minute. */
  check(): Promise<void>;
  status(): EveningStatus;
  /** Whether a folder can be written into; null when it can. */
  tryFolder(folder: string): Promise<FolderFault | null>;
  close(): Promise<void>;
}

/** How the evening's exports are doing. */
export interface EveningStatus {
  /** The latest day that was written; null before the first. */
  readonly last: WrittenDay | null;
  /** Why the latest try failed, and since when it does, UTC ms; null while all is well. It is tried again each minute. */
  readonly failing: (FolderFault & { readonly since: number }) | null;
}

export interface EveningOptions {
  readonly store: Pick<Store, "setting" | "noteWrittenDay"> & {
    readonly reports: Pick<Store["reports"], "readEvening">;
  };
  readonly exports: Pick<Exports, "write">;
  /** UTC ms. */
  readonly now: () => number;
  /** Told once when writing begins to fail. */
  readonly onFailing: (fault: FolderFault) => void;
}

/** The evening's files are of the whole workshop. */
const WHOLE = { lineId: null, orderId: null, styleId: null };
const CHECK_EVERY_MS = 60_000;

/** Starts to look each minute; what was missed while the server was off is written when it is back. */
export function startEvening({ store, exports, now, onFailing }: EveningOptions): Evening {
  let status: EveningStatus = { last: null, failing: null };
  let latest: Promise<void> = Promise.resolve();
  let pending = 0;

  function fail(fault: FolderFault): void {
    if (status.failing === null) onFailing(fault);
    status = { ...status, failing: { ...fault, since: status.failing?.since ?? now() } };
  }

  /** All files of a day, then the word that they are there. */
  async function writeDay(setting: KeptEveningExport, due: UnwrittenDay): Promise<boolean> {
    for (const file of filesOf(setting, due)) {
      const made = await exports.write({ ...file, ...WHOLE, language: setting.lang }, file.format);
      // Too many people wait for theirs: in a minute, then.
      if (made === null) return false;
      const days = { from: formatDay(due.day), to: formatDay(due.day) };
      const name = fileNameOf({ ...file, ...days, version: due.version });
      try {
        await writeWhole(setting.folder, name, made.bytes);
      } catch (error) {
        fail(folderFault(setting.folder, error));
        return false;
      }
    }
    const written = { day: due.day, version: due.version, writtenAt: now() };
    await store.noteWrittenDay(written);
    status = { last: written, failing: null };
    return true;
  }

  async function look(): Promise<void> {
    const setting = eveningExportOf(await store.setting(EVENING_EXPORT_SETTING));
    const since = sinceOf(setting);
    if (since === null) {
      status = { ...status, failing: null };
      return;
    }
    const { isRefolding, ...read } = await store.reports.readEvening(since);
    status = { ...status, last: read.last };
    if (isRefolding) return;
    for (const due of dueDays(read.unwritten, now())) {
      if (!(await writeDay(setting, due))) return;
    }
  }

  /** After the look that goes on, since that one may have begun before what is to be seen. */
  function check(): Promise<void> {
    pending += 1;
    latest = latest
      .then(look)
      .catch((error: unknown) => {
        fail({ code: "export-failing", blanks: { reason: String(Object(error).message) } });
      })
      .finally(() => {
        pending -= 1;
      });
    return latest;
  }

  const timer = setInterval(() => pending === 0 && void check(), CHECK_EVERY_MS);
  timer.unref();
  void check();
  return {
    check,
    status: () => status,
    tryFolder,
    async close() {
      clearInterval(timer);
      await latest;
    },
  };
}

function sinceOf({ enabled, since }: KeptEveningExport): DayNumber | null {
  return enabled && since !== null ? parseDay(since) : null;
}

/** Orders are told as they stand, not as they stood: a day that is written again says nothing new of them. */
function filesOf({ kinds, formats }: KeptEveningExport, { day, written }: UnwrittenDay) {
  return kinds
    .filter((kind) => written === null || kind !== "orders")
    .flatMap((kind) => formats.map((format) => ({ kind, format, from: day, to: day })));
}
