import { batch, type ReadonlySignal, signal } from "@preact/signals";

/** How old what a page shows is: of all that it read, what was read first. */
export interface DeskAge {
  /** By a clock of its own, ms; null while nothing that was read is shown. */
  readonly readAt: ReadonlySignal<number | null>;
  /** Nobody answered when something of it was asked for last. */
  readonly isUnreached: ReadonlySignal<boolean>;
  /** Rises when all of it is to be read again. */
  readonly round: ReadonlySignal<number>;
  /** That clock. */
  now(): number;
  /** Something that a page reads, until it is ended. */
  follow(): Followed;
  readAgain(): void;
}

/** One thing that is read. */
export interface Followed {
  read(): void;
  /** Nothing came; `isUnreached`: nobody answered. */
  missed(isUnreached: boolean): void;
  end(): void;
}

interface Known {
  readAt: number | null;
  isUnreached: boolean;
}

/** Follows what one page reads. `monotonic`: ms from any start. */
export function createDeskAge(monotonic: () => number): DeskAge {
  const all = new Set<Known>();
  const readAt = signal<number | null>(null);
  const isUnreached = signal(false);
  const round = signal(0);

  function tell(): void {
    const read = [...all].flatMap((known) => known.readAt ?? []);
    batch(() => {
      readAt.value = read.length === 0 ? null : Math.min(...read);
      isUnreached.value = [...all].some((known) => known.isUnreached);
    });
  }

  return {
    ...{ readAt, isUnreached, round, now: monotonic },
    follow() {
      const known: Known = { readAt: null, isUnreached: false };
      all.add(known);
      return {
        read() {
          Object.assign(known, { readAt: monotonic(), isUnreached: false });
          tell();
        },
        missed(nobody) {
          known.isUnreached = nobody;
          tell();
        },
        end() {
          all.delete(known);
          tell();
        },
      };
    },
    readAgain() {
      round.value += 1;
    },
  };
}
