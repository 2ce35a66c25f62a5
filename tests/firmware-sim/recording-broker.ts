/** A broker on a virtual clock that keeps what it receives, with a network in front that loses, delays, doubles and cuts by chance. */
import type { Clock, Dial, Packet, Random, Session } from "@trame/firmware-sim";
import { buildTopic, type CountsMessage, decodeCounts } from "@trame/shared";

/** How the network misbehaves; ratios 0..1, times in ms. */
export interface Trouble {
  readonly refuseRatio: number;
  readonly dropRatio: number;
  readonly ackDropRatio: number;
  readonly doubleRatio: number;
  readonly delayMs: readonly [number, number];
  readonly cutEveryMs: number;
}

export const NO_TROUBLE: Trouble = {
  refuseRatio: 0,
  dropRatio: 0,
  ackDropRatio: 0,
  doubleRatio: 0,
  delayMs: [1, 5],
  cutEveryMs: Number.POSITIVE_INFINITY,
};

export interface Received {
  readonly device: string;
  readonly at: number;
  readonly message: CountsMessage;
}

export interface RecordingBroker {
  readonly dial: Dial;
  readonly received: readonly Received[];
  /** Most unacknowledged messages of one device at a time. */
  readonly mostInFlight: () => number;
  /** From now on the network is sound. */
  heal(): void;
  /** Sends a config to the devices that are connected. */
  configure(device: string, payload: string): void;
}

/** What arrives may arrive after the connection it came by was cut, twice, and be acknowledged in vain. */
export function createRecordingBroker(options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly trouble: Trouble;
}): RecordingBroker {
  const { clock, random } = options;
  let trouble = options.trouble;
  const received: Received[] = [];
  const configs = new Map<string, (payload: string) => void>();
  let mostInFlight = 0;
  const later = (what: () => void) =>
    clock.at(clock.now() + random.between(...trouble.delayMs), what);

  const receive = (device: string, packet: Packet) => {
    if (packet.topic !== buildTopic(device, "counts")) return;
    const decoded = decodeCounts(packet.payload);
    if (!decoded.ok) throw new Error(`unreadable: ${decoded.fault}`);
    received.push({ device, at: clock.now(), message: decoded.message });
  };

  const dial: Dial = ({ device }, events): Session => {
    let isOver = false;
    const inFlight = new Set<Packet>();
    const down = () => {
      if (isOver) return;
      isOver = true;
      events.onDown("cut");
    };
    if (random.chance(trouble.refuseRatio)) later(down);
    else {
      later(() => !isOver && events.onUp());
      configs.set(device, (payload) => later(() => !isOver && events.onConfig(payload)));
      if (Number.isFinite(trouble.cutEveryMs)) {
        clock.at(clock.now() + random.exponential(trouble.cutEveryMs), down);
      }
    }
    return {
      publish(packet, onAck) {
        if (isOver) return;
        if (packet.topic.endsWith("/counts")) inFlight.add(packet);
        mostInFlight = Math.max(mostInFlight, inFlight.size);
        if (random.chance(trouble.dropRatio)) return;
        later(() => {
          receive(device, packet);
          if (random.chance(trouble.doubleRatio)) later(() => receive(device, packet));
          if (random.chance(trouble.ackDropRatio)) return;
          later(() => {
            if (isOver) return;
            inFlight.delete(packet);
            onAck();
          });
        });
      },
      cut() {
        isOver = true;
      },
    };
  };
  return {
    dial,
    received,
    mostInFlight: () => mostInFlight,
    heal() {
      trouble = NO_TROUBLE;
    },
    configure: (device, payload) => configs.get(device)?.(payload),
  };
}

/** The pieces of each device, as totals per boot say: the highest of each boot, whatever the order of arrival. */
export function recount(received: readonly Received[]): Map<string, number> {
  const highest = new Map<string, number>();
  for (const { device, message } of received) {
    const key = `${device} ${message.boot}`;
    const most = Math.max(...message.samples.map(({ pieces }) => pieces));
    highest.set(key, Math.max(highest.get(key) ?? 0, most));
  }
  const pieces = new Map<string, number>();
  for (const [key, most] of highest) {
    const device = key.split(" ")[0] ?? "";
    pieces.set(device, (pieces.get(device) ?? 0) + most);
  }
  return pieces;
}

/** The numbers that are missing from 1 to the highest `seq` of each boot. */
export function findGaps(received: readonly Received[]): number[] {
  const seqs = new Map<string, Set<number>>();
  for (const { device, message } of received) {
    const key = `${device} ${message.boot}`;
    const known = seqs.get(key) ?? new Set();
    seqs.set(key, known);
    for (const { seq } of message.samples) known.add(seq);
  }
  return [...seqs.values()].flatMap((known) =>
    Array.from({ length: Math.max(...known) }, (_, index) => index + 1).filter(
      (seq) => !known.has(seq),
    ),
  );
}
