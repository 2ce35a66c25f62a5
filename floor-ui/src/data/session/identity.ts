import { type Signal, signal } from "@preact/signals";
import type { Permission } from "@trame/shared";
import { isSignedIn, type Me } from "./me.ts";

/** Who is here, and who was here before: what the one before typed is not the next one's. */
export interface Identity {
  readonly me: Signal<Me | null>;
  readonly turn: Signal<number>;
  readonly owner: Signal<number>;
  /** Who was signed in last on this page; null: nobody, or somebody who left for good. */
  last(): string | null;
  /** What they might. */
  kept(): readonly Permission[];
  become(found: Me): void;
  /** The one who was here leaves for good. */
  forget(): void;
  /** They are gone: what they typed is nobody's. */
  clear(): void;
}

export function createIdentity(): Identity {
  const me = signal<Me | null>(null);
  const turn = signal(0);
  const owner = signal(0);
  let last: string | null = null;
  let kept: readonly Permission[] = [];
  return {
    ...{ me, turn, owner },
    last: () => last,
    kept: () => kept,
    become(found) {
      const isOther = keyOf(me.peek()) !== keyOf(found);
      me.value = found;
      if (isSignedIn(found)) {
        const person = JSON.stringify([found.kind, found.name]);
        if (last !== null && last !== person) owner.value += 1;
        last = person;
        kept = found.permissions;
      }
      if (isOther) turn.value += 1;
    },
    forget() {
      last = null;
      kept = [];
    },
    clear() {
      owner.value += 1;
    },
  };
}

/** Of two with the same key nothing is read otherwise. */
function keyOf(me: Me | null): string {
  return me === null ? "" : JSON.stringify([me.kind, me.role, me.name, me.permissions]);
}
