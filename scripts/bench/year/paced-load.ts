import { setTimeout as wait } from "node:timers/promises";
import { type CounterClient, connectCounter } from "../counter-client.ts";
import type { ClientIdentity } from "../packets.ts";

/** Counters at their work: each says one thing a second, and waits for its acknowledgement. */
export interface PacedLoad {
  /** Answers how long each acknowledgement of some time took, ms. */
  measure(ms: number): Promise<number[]>;
  close(): void;
}

const EVERY_MS = 1_000;

export async function connectPaced(
  port: number,
  devices: readonly ClientIdentity[],
): Promise<PacedLoad> {
  let took: number[] = [];
  const sentAt = new Map<CounterClient, number>();
  const onLost = (reason: string): void => console.error(reason);
  const onAcknowledged = (client: CounterClient): void => {
    const sent = sentAt.get(client);
    if (sent !== undefined) took.push(performance.now() - sent);
    sentAt.delete(client);
  };
  const clients = await Promise.all(
    devices.map((identity) => connectCounter({ port, identity, onAcknowledged, onLost })),
  );

  function send(client: CounterClient | undefined): void {
    // One that still waits is timed on, and sends nothing besides.
    if (client === undefined || sentAt.has(client)) return;
    sentAt.set(client, performance.now());
    client.send(1);
  }

  return {
    async measure(ms) {
      took = [];
      const until = performance.now() + ms;
      for (let i = 0; performance.now() < until; i++) {
        send(clients[i % clients.length]);
        await wait(EVERY_MS / clients.length);
      }
      while (sentAt.size > 0) await wait(10);
      return took;
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}
