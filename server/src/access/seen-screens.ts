import type { PairedScreen } from "../store/access/access-rows.ts";
import type { Parts } from "./parts.ts";

/** When each screen was last there. */
export interface SeenScreens {
  /** UTC ms; null: not since that is written down. */
  of(screen: PairedScreen): number | null;
  /** It asked for something. */
  note(id: string): void;
  /** It is connected until what is answered is called. */
  watch(id: string): () => void;
  /** What is connected is there, though it asks for nothing. */
  sweep(): void;
}

/** That a screen is there is no news for anybody: it is written this seldom, and moves no clock. */
const SAVED_EVERY_MS = 3_600_000;

export function createSeenScreens(
  { store, now, onError }: Pick<Parts, "store" | "now" | "onError">,
  stored: readonly PairedScreen[],
): SeenScreens {
  const seenAt = new Map<string, number>();
  const savedAt = new Map<string, number>();
  const connections = new Map<string, number>();
  for (const { id, seenAt: at } of stored) if (at !== null) savedAt.set(id, at);

  function note(id: string): void {
    const at = now();
    seenAt.set(id, at);
    if (at - (savedAt.get(id) ?? Number.NEGATIVE_INFINITY) < SAVED_EVERY_MS) return;
    savedAt.set(id, at);
    store.seeScreens([{ id, seenAt: at }]).catch(onError);
  }

  return {
    of({ id, seenAt: before }) {
      return connections.has(id) ? now() : (seenAt.get(id) ?? before);
    },
    note,
    watch(id) {
      note(id);
      connections.set(id, (connections.get(id) ?? 0) + 1);
      return () => {
        const left = (connections.get(id) ?? 1) - 1;
        if (left > 0) connections.set(id, left);
        else connections.delete(id);
        note(id);
      };
    },
    sweep() {
      for (const id of connections.keys()) note(id);
    },
  };
}
