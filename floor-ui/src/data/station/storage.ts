import type { OperationCard, StationView } from "@trame/shared";
import type { Act, KeptAct } from "./act.ts";
import type { Undoable } from "./model.ts";
import type { Gathering } from "./state.ts";

/** The server's last word, and the operations that were met: what a station goes on with when the network is away. */
export interface Memory {
  readonly view: StationView | null;
  readonly operations: readonly OperationCard[];
  readonly history: readonly Undoable[];
  /** Assignment of whoever was chosen among several. */
  readonly chosen: string | null;
  readonly gathering: Gathering;
}

/** What a tablet remembers of a station when its page starts. */
export interface Kept extends Memory {
  /** Not answered yet, in order. */
  readonly waiting: readonly KeptAct[];
  /** Accepted, and not in `view` yet, in order. */
  readonly taken: readonly KeptAct[];
  /** Acts that the server could not take as they are. */
  readonly asideCount: number;
}

/** Where an act goes once the server has spoken. */
export type Fate = "taken" | "aside" | "gone";

/** One station's part of a tablet's disk. Everything may reject: disks are full, forbidden or broken. */
export interface StationStorage {
  /** On disk, not only on its way there, once it resolves; gives the act's number. Calls are numbered in their order. */
  append(act: Act): Promise<number>;
  /** The person was told that it is kept: it says so when it is sent. On disk once it resolves; without effect once settled. */
  tell(number: number): Promise<void>;
  /** The first act behind `after` that waits. */
  next(after: number): Promise<KeptAct | null>;
  settle(number: number, fate: Fate): Promise<void>;
  /** What was set aside waits again, in its old place. */
  requeue(): Promise<void>;
  read(): Promise<Kept>;
  /** Keeps the server's view, and forgets the taken acts that it holds. */
  keepView(view: StationView, holds: readonly number[]): Promise<void>;
  remember(memory: Partial<Omit<Memory, "view">>): Promise<void>;
  /** The tablet was taken out: what it was told is forgotten, what it has not sent stays. */
  forget(): Promise<void>;
  /** For browsers without locks: true when `owner` may send until `now + ms`. `isForced`: whoever has it. */
  takeLease(owner: string, lease: Lease): Promise<boolean>;
  close(): void;
}

/** UTC ms and ms. */
export interface Lease {
  readonly now: number;
  readonly ms: number;
  readonly isForced: boolean;
}
