import type { StationView } from "@trame/shared";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { KeptAct } from "./act.ts";
import type { Kept, Memory, StationStorage } from "./storage.ts";

/** Strict: a power cut right after the screen said so takes nothing away. The default of browsers promises less. */
const ON_DISK = { durability: "strict" } as const;
const VERSION = 1;

interface LeaseRow {
  readonly owner: string;
  readonly until: number;
}

interface Notes {
  readonly memory: Memory;
  readonly lease: LeaseRow;
}

interface Schema extends DBSchema {
  outbox: { key: number; value: KeptAct };
  taken: { key: number; value: KeptAct };
  aside: { key: number; value: KeptAct };
  notes: { key: string; value: Notes[keyof Notes] };
}

type Database = IDBPDatabase<Schema>;

const NOTHING: Memory = {
  view: null,
  operations: [],
  history: [],
  chosen: null,
  gathering: { codes: [], at: 0 },
};

/** A database for each station, opened when it is first needed and again when the browser took it away. */
export function createIdbStorage(stationId: string): StationStorage {
  let opened: Promise<Database> | null = null;

  function open(): Promise<Database> {
    const mine = openDB<Schema>(`trame-station-${stationId}`, VERSION, {
      upgrade(db) {
        db.createObjectStore("outbox", { keyPath: "number", autoIncrement: true });
        for (const name of ["taken", "aside"] as const) {
          db.createObjectStore(name, { keyPath: "number" });
        }
        db.createObjectStore("notes");
      },
      // A newer page of another tab waits for it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: forget,
    });
    mine.catch(forget);
    return mine;
  }

  function forget(): void {
    opened = null;
  }

  async function use<T>(run: (db: Database) => Promise<T>): Promise<T> {
    opened ??= open();
    try {
      return await run(await opened);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      // The connection was closed under us, as mobile browsers do: nothing of `run` happened.
      opened = open();
      return run(await opened);
    }
  }

  return {
    append: (act) => use((db) => append(db, act)),
    tell: (number) => use((db) => tell(db, number)),
    next: (after) =>
      use(async (db) => {
        const found = await db.getAll("outbox", IDBKeyRange.lowerBound(after, true), 1);
        return found[0] ?? null;
      }),
    settle: (number, fate) => use((db) => settle(db, number, fate)),
    requeue: () => use(requeue),
    read: () => use(read),
    keepView: (view, holds) => use((db) => keepView(db, view, holds)),
    forget: () => use((db) => change(db, NOTHING)),
    remember: (memory) => use((db) => change(db, memory)),
    takeLease: (owner, lease) => use((db) => takeLease(db, owner, lease)),
    close() {
      opened?.then((db) => db.close()).catch(() => {});
      opened = null;
    },
  };
}

async function append(db: Database, act: Omit<KeptAct, "number">): Promise<number> {
  const tx = db.transaction("outbox", "readwrite", ON_DISK);
  // The number is the store's: it stays in the order of the calls, over all tabs.
  const [number] = await Promise.all([tx.store.add(act as KeptAct), tx.done]);
  return number;
}

async function tell(db: Database, number: number): Promise<void> {
  const tx = db.transaction("outbox", "readwrite", ON_DISK);
  const act = await tx.store.get(number);
  if (act !== undefined) {
    await tx.store.put({ ...act, body: { ...act.body, offline: true } } as KeptAct);
  }
  await tx.done;
}

async function settle(
  db: Database,
  number: number,
  fate: Parameters<StationStorage["settle"]>[1],
): Promise<void> {
  const tx = db.transaction(["outbox", "taken", "aside"], "readwrite");
  const outbox = tx.objectStore("outbox");
  const act = await outbox.get(number);
  if (act !== undefined) {
    await outbox.delete(number);
    if (fate !== "gone") await tx.objectStore(fate).put(act);
  }
  await tx.done;
}

async function requeue(db: Database): Promise<void> {
  const tx = db.transaction(["outbox", "aside"], "readwrite");
  for (const act of await tx.objectStore("aside").getAll()) await tx.objectStore("outbox").put(act);
  await tx.objectStore("aside").clear();
  await tx.done;
}

async function read(db: Database): Promise<Kept> {
  const tx = db.transaction(["outbox", "taken", "aside", "notes"]);
  const [waiting, taken, asideCount, memory] = await Promise.all([
    tx.objectStore("outbox").getAll(),
    tx.objectStore("taken").getAll(),
    tx.objectStore("aside").count(),
    tx.objectStore("notes").get("memory"),
  ]);
  return { ...NOTHING, ...(memory as Memory | undefined), waiting, taken, asideCount };
}

async function keepView(db: Database, view: StationView, holds: readonly number[]): Promise<void> {
  const tx = db.transaction(["taken", "notes"], "readwrite");
  const notes = tx.objectStore("notes");
  const memory = (await notes.get("memory")) as Memory | undefined;
  await notes.put({ ...NOTHING, ...memory, view }, "memory");
  for (const number of holds) await tx.objectStore("taken").delete(number);
  await tx.done;
}

async function change(db: Database, memory: Partial<Memory>): Promise<void> {
  const tx = db.transaction("notes", "readwrite");
  const before = (await tx.store.get("memory")) as Memory | undefined;
  await tx.store.put({ ...NOTHING, ...before, ...memory }, "memory");
  await tx.done;
}

async function takeLease(
  db: Database,
  owner: string,
  { now, ms, isForced }: Parameters<StationStorage["takeLease"]>[1],
): Promise<boolean> {
  const tx = db.transaction("notes", "readwrite");
  const held = (await tx.store.get("lease")) as LeaseRow | undefined;
  // A lease that ends further away than one lasts was made by a clock that has been set back since.
  const isHeld = held !== undefined && held.until > now && held.until <= now + ms;
  const isOurs = isForced || !isHeld || held.owner === owner;
  if (isOurs) await tx.store.put({ owner, until: now + ms }, "lease");
  await tx.done;
  return isOurs;
}
