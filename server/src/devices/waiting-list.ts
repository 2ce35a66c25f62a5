import { WAITING_DEVICES_MAX } from "@trame/shared";

/** What of the store the list works with. */
export interface WaitingStore {
  waiting(): Promise<string[]>;
  /** False when its list is full. */
  addWaiting(deviceId: string, now: number): Promise<boolean>;
}

/** Devices that showed the pairing code and are in no plan: known at once, though the store answers later ([N23]). */
export interface WaitingList {
  /** False when the list is full. */
  add(deviceId: string): boolean;
  /** As the store has it; one at a time. */
  reload(): Promise<void>;
}

interface WaitingDeps {
  readonly store: WaitingStore;
  /** UTC ms. */
  readonly now: () => number;
  readonly onRefused: (deviceId: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Starts empty. */
export function createWaitingList({ store, now, onRefused, onError }: WaitingDeps): WaitingList {
  let listed = new Set<string>();
  // Added and not answered yet, or only after a reading began: the reading may not have them.
  const fresh = new Set<string>();
  const answered = new Set<string>();
  let isReading = false;

  async function tell(deviceId: string): Promise<void> {
    try {
      if (await store.addWaiting(deviceId, now())) {
        if (isReading) answered.add(deviceId);
        else fresh.delete(deviceId);
        return;
      }
    } catch (error) {
      onError(error);
    }
    fresh.delete(deviceId);
    listed.delete(deviceId);
    onRefused(deviceId);
  }

  return {
    add(deviceId) {
      if (listed.has(deviceId)) return true;
      if (listed.size >= WAITING_DEVICES_MAX) return false;
      listed.add(deviceId);
      fresh.add(deviceId);
      // Asked for before any of its samples is recorded, and the store answers in order.
      void tell(deviceId);
      return true;
    },
    async reload() {
      isReading = true;
      try {
        listed = new Set([...(await store.waiting()), ...fresh]);
      } finally {
        isReading = false;
        for (const deviceId of answered) fresh.delete(deviceId);
        answered.clear();
      }
    },
  };
}
