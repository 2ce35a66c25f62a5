import type { Logger } from "pino";
import type { AppOptions } from "../app.ts";
import type { BackupDesk } from "../backup/backup-desk.ts";
import { startBalance } from "../balance/start-balance.ts";
import { startEvening } from "../exports/evening/start-evening.ts";
import { startExports } from "../exports/start-exports.ts";
import { startTables } from "../imports/start-tables.ts";
import { startJournalWatch } from "../journal/start-journal-watch.ts";
import { startLive } from "../live/start-live.ts";
import { startPaper } from "../paper/start-paper.ts";
import { startPurges } from "../retention/start-purges.ts";
import type { Store } from "../store/open-store.ts";

/** What desks work with. */
export interface DesksDeps {
  readonly options: Pick<AppOptions, "data" | "uiVersion">;
  readonly store: Store;
  readonly backups: BackupDesk;
  readonly log: Logger;
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Starts all that works over the store beside the two paths, one after the other. */
export function startDesks({ options, store, backups, log, now, onError }: DesksDeps) {
  const live = startLive({ ...options, reader: store, now, onError });
  const paper = startPaper();
  const tables = startTables();
  const balance = startBalance();
  const exports = startExports({ store, now });
  const evening = startEvening({
    ...{ store, exports, now },
    onFailing: (fault) => log.warn(fault, "the evening's exports can't be written"),
  });
  const purges = startPurges(options.data, { store, backups, now, onError });
  const journal = startJournalWatch({
    ...{ folder: options.data, store, backups: backups.backups, now, onError },
  });
  return { live, paper, tables, balance, exports, evening, purges, journal };
}
