import { createCounter, type Dial, type Identity, type Session } from "@trame/firmware-sim";
import { buildTopic, type DeviceConfig, encodeCounts, IN_FLIGHT_MAX } from "@trame/shared";

/** A counter at a machine that never stops, in a workshop whose server does. */
export interface SewingDevice {
  readonly id: string;
  /** Pieces since it was switched on. */
  readonly sewn: number;
  /** Samples that nobody has acknowledged. */
  readonly waiting: number;
  /** Sews no more; goes on delivering. */
  stopSewing(): void;
  close(): void;
}

export interface SewingDeviceOptions {
  readonly identity: Identity;
  /** 8 hex digits. */
  readonly boot: string;
  readonly dial: Dial;
  readonly pieceEveryMs: number;
  readonly onAcknowledged: (device: string, payload: string) => void;
}

/** Every pulse is a piece. */
const CONFIG: DeviceConfig = {
  minStitches: 0,
  trimsPerPiece: 1,
  reportEveryMs: 0,
  heartbeatMs: 15_000,
};
const STITCHES = 40;
const RING_SAMPLES = 100_000;
/** A counter in the field waits longer; here each second of the server's life should be a busy one. */
const REDIAL_MS = 20;

/** Switches it on: the counter of the firmware, with a courier that never rests. */
export function startSewingDevice(options: SewingDeviceOptions): SewingDevice {
  const { identity, boot, dial, pieceEveryMs, onAcknowledged } = options;
  const { device } = identity;
  const counter = createCounter({ boot, config: CONFIG, ringSize: RING_SAMPLES });
  const startedAt = performance.now();
  const up = (): number => Math.floor(performance.now() - startedAt);
  const topic = buildTopic(device, "counts");
  const inFlight = new Set<number>();
  let session: Session | null = null;
  let redial: NodeJS.Timeout | undefined;
  let messages = 0;
  let isClosed = false;

  const call = (): void => {
    const mine = dial(identity, {
      onUp() {
        session = mine;
        deliver(mine);
      },
      onConfig: () => undefined,
      onDown() {
        session = null;
        for (const message of inFlight) counter.giveBack(message);
        inFlight.clear();
        if (!isClosed) redial = setTimeout(call, REDIAL_MS);
      },
    });
  };

  const deliver = (through: Session): void => {
    while (session === through && inFlight.size < IN_FLIGHT_MAX && counter.ring.waiting > 0) {
      sendOne(through);
    }
  };

  const sendOne = (through: Session): void => {
    const message = ++messages;
    inFlight.add(message);
    const payload = encodeCounts({ boot, up: up(), samples: counter.take(message) });
    through.publish({ topic, payload, retain: false }, () => {
      onAcknowledged(device, payload);
      if (inFlight.delete(message)) counter.forget(message);
      deliver(through);
    });
  };

  const sewing = setInterval(() => {
    counter.pulse(up(), { stitches: STITCHES, trims: 1 });
    if (session !== null) deliver(session);
  }, pieceEveryMs);
  call();

  return {
    id: device,
    get sewn() {
      return counter.pieces;
    },
    get waiting() {
      return counter.ring.size;
    },
    stopSewing: () => clearInterval(sewing),
    close() {
      isClosed = true;
      clearInterval(sewing);
      clearTimeout(redial);
      session?.cut();
    },
  };
}
