import type { BootState, Dating, ReportedState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { fromColumns } from "../boot-rows.ts";

/** From where a boot is counted on, once its older samples have gone ([SL4]). */
export interface Seal {
  /** The last sample that went, and what it said. */
  readonly throughSeq: number;
  readonly up: number;
  readonly at: number;
  readonly received: number;
  readonly run: number;
  readonly n: number;
  readonly pieces: number;
  readonly messageUp: number;
  /** What had been reached after it; leaps are open only where it was the last of its boot. */
  readonly reachedPieces: number;
  readonly reachedStitches: number;
  readonly reachedTrims: number;
  readonly open: string | null;
  /** What the counter had said of its machine last; null: nothing. */
  readonly stateSeq: number | null;
  readonly state: ReportedState | null;
  readonly stateAt: number | null;
  /** The first sample that the boot ever had. */
  readonly firstSeq: number;
  readonly firstAt: number;
  readonly firstReceived: number;
  readonly firstRun: number;
  readonly firstN: number;
  /** The last arrival that {@link knownDating} was made of. */
  readonly knownN: number;
  readonly forward: number | null;
  readonly backward: number | null;
  readonly worst: number | null;
}

export interface Seals {
  /** Null while a boot has all its samples. */
  of(bootId: number): Seal | null;
  put(bootId: number, seal: Seal): void;
}

const COLUMNS = {
  throughSeq: "through_seq",
  up: "up",
  at: "at",
  received: "received",
  run: "run",
  n: "n",
  pieces: "pieces",
  messageUp: "message_up",
  reachedPieces: "reached_pieces",
  reachedStitches: "reached_stitches",
  reachedTrims: "reached_trims",
  open: "open",
  stateSeq: "state_seq",
  state: "state",
  stateAt: "state_at",
  firstSeq: "first_seq",
  firstAt: "first_at",
  firstReceived: "first_received",
  firstRun: "first_run",
  firstN: "first_n",
  knownN: "known_n",
  forward: "forward",
  backward: "backward",
  worst: "worst",
} as const satisfies Record<keyof Seal, string>;

export function createSeals(sqlite: Database): Seals {
  const columns = Object.entries(COLUMNS);
  const find = sqlite.prepare<[number], Seal>(
    `SELECT ${columns.map(([name, column]) => `${column} AS ${name}`).join(", ")}
     FROM seals WHERE boot_id = ?`,
  );
  const put = sqlite.prepare(
    `INSERT OR REPLACE INTO seals (boot_id, ${columns.map(([, column]) => column).join(", ")})
     VALUES (@bootId, ${columns.map(([name]) => `@${name}`).join(", ")})`,
  );
  return {
    of: (bootId) => find.get(bootId) ?? null,
    put: (bootId, seal) => void put.run({ bootId, ...seal }),
  };
}

/** The fold's state after the last sample that went. */
export function sealedState(seal: Seal): BootState {
  return fromColumns({ ...seal, seq: seal.throughSeq });
}

/** When the boot began, as it was known when it was sealed; null: it is dated by what it received. */
export function knownDating({ forward, backward, worst }: Seal): Dating | null {
  if (forward === null || backward === null) return null;
  return { forward, backward, worst: worst ?? -Infinity };
}
