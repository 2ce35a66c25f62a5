/** Things to do in the order of their time; at the same time, first come, first served. */
export interface Queue<Item> {
  readonly size: number;
  push(at: number, item: Item): void;
  /** Time of the next item; Infinity when there is none. */
  nextAt(): number;
  /** Takes the next item out; null when there is none. */
  pop(): Item | null;
}

interface Entry<Item> {
  readonly at: number;
  readonly order: number;
  readonly item: Item;
}

/** A binary heap. */
export function createQueue<Item>(): Queue<Item> {
  const heap: Entry<Item>[] = [];
  let order = 0;
  return {
    get size() {
      return heap.length;
    },
    push(at, item) {
      heap.push({ at, order: order++, item });
      rise(heap, heap.length - 1);
    },
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    pop() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink(heap);
      }
      return first.item;
    },
  };
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function rise<Item>(heap: Entry<Item>[], from: number): void {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfBefore(heap, index, parent)) return;
    index = parent;
  }
}

function sink<Item>(heap: Entry<Item>[]): void {
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    const child = a !== undefined && b !== undefined && isBefore(b, a) ? left + 1 : left;
    if (!swapIfBefore(heap, child, index)) return;
    index = child;
  }
}

/** Swaps when the first is there and due before the second. */
function swapIfBefore<Item>(heap: Entry<Item>[], first: number, second: number): boolean {
  const [a, b] = [heap[first], heap[second]];
  if (a === undefined || b === undefined || !isBefore(a, b)) return false;
  heap[first] = b;
  heap[second] = a;
  return true;
}
