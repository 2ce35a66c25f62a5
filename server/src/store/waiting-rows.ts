import { COLUMN, COLUMNS, type InboxRow, type RowTable } from "./inbox-rows.ts";

/** Rows of the inbox in memory, that they may be moved without being read; in order of arrival, and found by boot. */
export interface WaitingRows extends RowTable {
  /** All that were put in, those that were taken included. */
  readonly size: number;
  /** Rows not taken yet. */
  readonly left: number;
  /** @throws when a number is no integer that a double holds exactly */
  put(row: InboxRow): void;
  /** Takes all of a boot, lowest `seq` first; answers where they stand. */
  takeOf(bootId: number): readonly number[];
  /** Takes at most so many, one boot after the other. */
  take(limit: number): readonly number[];
  /** How many wait of a boot. */
  countOf(bootId: number): number;
  clear(): void;
}

/** The rows of one boot; those before `taken` are gone. */
interface Queue {
  readonly rows: number[];
  taken: number;
}

const FIRST_ROOM = 1_024;

export function createWaitingRows(): WaitingRows {
  const queues = new Map<number, Queue>();
  const opens = new Map<number, string>();
  let values = new Float64Array(FIRST_ROOM * COLUMNS);
  let size = 0;
  let left = 0;

  function takeFrom(bootId: number, queue: Queue, limit: number): number[] {
    const { rows, taken } = queue;
    const some = rows.slice(taken, taken + limit);
    queue.taken += some.length;
    left -= some.length;
    if (queue.taken === rows.length) queues.delete(bootId);
    return some;
  }

  return {
    get values() {
      return values;
    },
    opens,
    get size() {
      return size;
    },
    get left() {
      return left;
    },
    put(row) {
      if ((size + 1) * COLUMNS > values.length) values = doubled(values);
      copy(row.values, values, size * COLUMNS);
      if (row.open !== null) opens.set(size, row.open);
      const bootId = row.values[COLUMN.bootId] ?? Number.NaN;
      const queue = queues.get(bootId);
      if (queue === undefined) queues.set(bootId, { rows: [size], taken: 0 });
      else queue.rows.push(size);
      size += 1;
      left += 1;
    },
    takeOf(bootId) {
      const queue = queues.get(bootId);
      return queue === undefined ? [] : takeFrom(bootId, queue, Infinity);
    },
    take(limit) {
      const taken: number[] = [];
      for (const [bootId, queue] of queues) {
        if (taken.length >= limit) break;
        for (const row of takeFrom(bootId, queue, limit - taken.length)) taken.push(row);
      }
      return taken;
    },
    countOf(bootId) {
      const queue = queues.get(bootId);
      return queue === undefined ? 0 : queue.rows.length - queue.taken;
    },
    clear() {
      queues.clear();
      opens.clear();
      size = 0;
      left = 0;
    },
  };
}

function copy(row: readonly number[], values: Float64Array, at: number): void {
  for (let column = 0; column < COLUMNS; column++) {
    const value = row[column] ?? Number.NaN;
    if (!Number.isSafeInteger(value)) throw new RangeError(`column ${column} is no integer`);
    values[at + column] = value;
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * values.length);
  larger.set(values);
  return larger;
}
