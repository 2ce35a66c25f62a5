import type { Clock } from "../clock.ts";
import { createQueue } from "../queue.ts";

/** What is to be sent in the order of its time, one after the other. */
export interface Outbox<Item> {
  /** Sends it at that time, or as soon as what is before it is sent. */
  push(at: number, item: Item): void;
  /** Nothing that is due waits or is on its way. */
  readonly isIdle: boolean;
  /** From now on nothing waits for its time. */
  hurry(): void;
  close(): void;
}

export interface OutboxOptions<Item> {
  readonly clock: Clock;
  readonly deliver: (item: Item) => Promise<void>;
  readonly onIdle: () => void;
}

export function createOutbox<Item>(options: OutboxOptions<Item>): Outbox<Item> {
  const { clock, deliver, onIdle } = options;
  const queue = createQueue<Item>();
  let isBusy = false;
  let isHurried = false;
  let isClosed = false;
  let cancel: () => void = () => undefined;

  function look(): void {
    cancel();
    if (isBusy || isClosed) return;
    const due = queue.nextAt();
    if (due > clock.now() && !isHurried) {
      if (due < Number.POSITIVE_INFINITY) cancel = clock.at(due, look);
      onIdle();
      return;
    }
    const item = queue.pop();
    if (item === null) {
      onIdle();
      return;
    }
    isBusy = true;
    void deliver(item).then(() => {
      isBusy = false;
      look();
    });
  }

  return {
    push(at, item) {
      queue.push(at, item);
      look();
    },
    get isIdle() {
      return !isBusy && (queue.size === 0 || (queue.nextAt() > clock.now() && !isHurried));
    },
    hurry() {
      isHurried = true;
      look();
    },
    close() {
      isClosed = true;
      cancel();
    },
  };
}
