import { type CounterClient, connectCounter } from "./counter-client.ts";
import type { ClientIdentity } from "./packets.ts";

/** What keeps a rhythm. */
export interface RhythmOptions {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly devices: readonly ClientIdentity[];
  /** Each says one thing in so many ms. */
  readonly everyMs: number;
}

/** One message of a counter. */
export interface Send {
  /** From 1. */
  readonly station: number;
  /** Messages of this station in this run, from 1. */
  readonly nth: number;
  /** UTC ms with fractions, just before the write. */
  readonly at: number;
}

/** Counters that speak in turn. */
export interface Rhythm {
  /** Lets them speak, evenly spread; answers what was sent. */
  run(ms: number): Promise<Send[]>;
  close(): void;
}

/** Connects all of them. */
export async function startRhythm({ port, devices, everyMs }: RhythmOptions): Promise<Rhythm> {
  const onLost = (reason: string): void => console.error(reason);
  const clients: CounterClient[] = [];
  for (const identity of devices) {
    clients.push(await connectCounter({ port, identity, onAcknowledged: () => undefined, onLost }));
  }
  return {
    async run(ms) {
      const sends: Send[] = [];
      const startedAt = performance.now();
      const total = Math.floor((ms / everyMs) * clients.length);
      for (let n = 0; n < total; n++) {
        const due = startedAt + (n / clients.length) * everyMs;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const index = n % clients.length;
        const at = performance.timeOrigin + performance.now();
        clients[index]?.send(1);
        sends.push({ station: index + 1, nth: Math.floor(n / clients.length) + 1, at });
      }
      return sends;
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}
