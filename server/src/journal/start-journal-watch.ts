import { join } from "node:path";
import type { Backups } from "../backup/create-backups.ts";
import { lastNight } from "../backup/next-due.ts";
import { readJson, writeWhole } from "../backup/whole-file.ts";
import type { Verification } from "../store/journal/journal-fault.ts";
import type { Store } from "../store/open-store.ts";
import { headsOfBackups, noteHead, readNotedHeads } from "./noted-heads.ts";

/** What came of a look at the whole journal, and when that was. */
export interface Verified extends Verification {
  /** UTC ms. */
  readonly at: number;
}

/** Notes the journal's head each hour apart from it, and reads it whole each night. */
export interface JournalWatch {
  /** The last look; null before the first one. */
  last(): Promise<Verified | null>;
  /** Does what is due by now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface JournalWatchOptions {
  /** TRAME_DATA */
  readonly folder: string;
  readonly store: Pick<Store, "reports">;
  readonly backups: Pick<Backups, "settings" | "shelf" | "timeZone" | "verifyJournal">;
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const VERIFIED_FILE = "journal-verified.json";
const LOOK_EVERY_MS = 60_000;
const NOTE_EVERY_MS = 3_600_000;

/** Begins to look once a minute whether something is due ([JC6]). */
export function startJournalWatch(options: JournalWatchOptions): JournalWatch {
  const { folder, now, onError } = options;
  const file = join(folder, VERIFIED_FILE);
  let underWay: Promise<void> | null = null;
  const last = async (): Promise<Verified | null> => {
    const value = await readJson(file);
    return isVerified(value) ? value : null;
  };

  async function work(): Promise<void> {
    await noteWhenDue(options);
    const { settings, timeZone } = options.backups;
    const night = lastNight({ now: now(), timeZone, nightlyAt: settings.nightlyAt });
    const before = await last();
    if (before !== null && before.at >= night && before.at <= now()) return;
    const found = await verify(options);
    await writeWhole(file, JSON.stringify({ at: now(), ...found } satisfies Verified));
    if (found.faultCount > 0) onError(new Error(`the journal has ${found.faultCount} faults`));
  }

  function check(): Promise<void> {
    underWay ??= work()
      .catch(onError)
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  const timer = setInterval(check, LOOK_EVERY_MS);
  timer.unref();
  return {
    last,
    check,
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}

async function noteWhenDue({ folder, store, now }: JournalWatchOptions): Promise<void> {
  const before = (await readNotedHeads(folder)).at(-1);
  const at = now();
  const isRecent = before !== undefined && before.at <= at && at - before.at < NOTE_EVERY_MS;
  if (isRecent) return;
  const head = await store.reports.readJournalHead();
  if (head !== null && head.hash !== before?.hash) await noteHead(folder, { ...head, at });
}

/** Reads the whole journal in a thread of its own, with all heads that were noted before. */
async function verify({ folder, backups }: JournalWatchOptions): Promise<Verification> {
  const heads = [...(await readNotedHeads(folder)), ...headsOfBackups(backups.shelf.records)];
  const found = await backups.verifyJournal(heads);
  if (!found.ok) throw new Error(found.detail);
  return found.value;
}

function isVerified(value: unknown): value is Verified {
  const { at, lines, faults } = Object(value);
  return Number.isSafeInteger(at) && Number.isSafeInteger(lines) && Array.isArray(faults);
}
