import { type ReadonlySignal, signal } from "@preact/signals";
import type { Keep } from "../keep.ts";
import { type Errand, readErrands, writeErrands } from "./errand.ts";

/** The errands of a tab, kept over a reload. */
export interface ErrandList {
  readonly all: ReadonlySignal<readonly Errand[]>;
  add(errand: Errand): void;
  change(id: string, to: Partial<Errand>): void;
  remove(id: string): void;
  /** What is to be sent next, in the order of the taps; null when nothing is. */
  next(): Errand | null;
  /** What was said against something of the same row is read, since it is wanted anew. */
  clear(about: string): void;
  /** The server is away: what was being sent waits. */
  hold(): void;
}

const KEY = "trame-floor-errands";

export function createErrandList(session: Keep): ErrandList {
  const all = signal<readonly Errand[]>(readErrands(session.read(KEY)));

  function set(errands: readonly Errand[]): void {
    all.value = errands;
    session.write(KEY, writeErrands(errands));
  }

  return {
    all,
    add: (errand) => set([...all.peek(), errand]),
    change(id, to) {
      set(all.peek().map((errand) => (errand.id === id ? { ...errand, ...to } : errand)));
    },
    remove: (id) => set(all.peek().filter((errand) => errand.id !== id)),
    next() {
      const isOpen = ({ state }: Errand) => state === "sending" || state === "waiting";
      return all.peek().find(isOpen) ?? null;
    },
    clear(about) {
      const isOver = ({ state }: Errand) => state === "failed" || state === "refused";
      set(all.peek().filter((errand) => errand.about !== about || !isOver(errand)));
    },
    hold() {
      set(
        all
          .peek()
          .map((errand) => (errand.state === "sending" ? { ...errand, state: "waiting" } : errand)),
      );
    },
  };
}
