import { buildTopic, encodeCounts, type ReportedState, type Sample } from "@trame/shared";
import type { Boot, Workshop } from "./open-workshop.ts";

const HEARTBEAT_MS = 15_000;

/** A counter that sews on though nobody hears it, and delivers when it can. */
export interface SewingCounter {
  /** So many pieces more at once then (UTC ms, never falling), and the state from then on; heartbeats until then. */
  sewn(at: number, pieces: number, state: ReportedState): void;
  /** Tells all that was not told yet; resolves when it is acknowledged. */
  deliver(): Promise<void>;
}

/** Connects one; it leaves with the test. */
export async function openCounter(
  workshop: Workshop,
  { device, boot, began }: Boot,
): Promise<SewingCounter> {
  const client = await workshop.connect(device);
  const waiting: Sample[] = [];
  let seq = 0;
  let total = 0;
  let lastAt = began;
  let told: ReportedState | null = null;
  const push = (at: number, state: ReportedState | null) => {
    seq += 1;
    lastAt = at;
    const totals = { pieces: total, stitches: total * 240, trims: total * 4 };
    waiting.push({ seq, up: at - began, ...totals, state });
  };
  return {
    sewn(at, pieces, state) {
      while (lastAt + HEARTBEAT_MS < at) push(lastAt + HEARTBEAT_MS, null);
      total += pieces;
      push(at, state === told ? null : state);
      told = state;
    },
    async deliver() {
      const samples = waiting.splice(0);
      if (samples.length === 0) return;
      const payload = encodeCounts({ boot, up: Date.now() - began, samples });
      await client.publishAsync(buildTopic(device, "counts"), payload, { qos: 1 });
    },
  };
}
