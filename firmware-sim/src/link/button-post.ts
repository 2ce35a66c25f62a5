import { buildTopic, type DeviceEvent, encodeEvents } from "@trame/shared";
import type { Counter } from "../counter/counter.ts";
import type { Identity, Session } from "./dial.ts";

/** Carries what buttons say until each is acknowledged: few messages, outside the rhythm of the counts. */
export interface ButtonPost {
  tell(event: DeviceEvent): void;
  /** There is a connection: what waits goes out again. */
  up(session: Session): void;
  down(): void;
}

export interface ButtonPostOptions {
  readonly identity: Identity;
  readonly counter: Pick<Counter, "boot">;
  /** `up` now, an integer. */
  readonly up: () => number;
}

export function createButtonPost({ identity, counter, up }: ButtonPostOptions): ButtonPost {
  const waiting = new Set<DeviceEvent>();
  let session: Session | null = null;

  const send = (event: DeviceEvent): void => {
    const payload = encodeEvents({ boot: counter.boot, up: up(), events: [event] });
    const packet = { topic: buildTopic(identity.device, "events"), payload, retain: false };
    session?.publish(packet, () => waiting.delete(event));
  };

  return {
    tell(event) {
      waiting.add(event);
      send(event);
    },
    up(next) {
      session = next;
      for (const event of waiting) send(event);
    },
    down() {
      session = null;
    },
  };
}
