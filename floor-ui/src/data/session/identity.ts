import { type Signal, signal } from "@preact/signals";
import { isSignedIn, type Me } from "./me.ts";

/** Who is here, and who was here before: what the one before typed is not the next one's. */
export interface Identity {
  readonly me: Signal<Me | null>;
  readonly turn: Signal<number>;
  readonly owner: Signal<number>;
  /** Who was signed in last on this page; null: nobody, or somebody who left for good. */
  last(): string | null;
  become(found: Me): void;
  /** The one who was here left for good. */
  forget(): void;
}

export function createIdentity(): Identity {
  const me = signal<Me | null>(null);
  const turn = signal(0);
  const owner = signal(0);
  let last: string | null = null;
  return {
    ...{ me, turn, owner },
    last: () => last,
    become(found) {
      const isOther = keyOf(me.peek()) !== keyOf(found);
      me.value = found;
      if (isSignedIn(found)) {
        const person = JSON.stringify([found.kind, found.name]);
        if (last !== null && last !== person) owner.value += 1;
        last = person;
      }
      if (isOther) turn.value += 1;
    },
    forget() {
      last = null;
      owner.value += 1;
    },
  };
}

/** Of two with the same key nothing is read otherwise. */
function keyOf(me: Me | null): string {
  return me === null ? "" : JSON.stringify([me.kind, me.role, me.name, me.permissions]);
}
