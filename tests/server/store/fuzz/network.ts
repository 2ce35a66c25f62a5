import type { DeviceEvent, Sample } from "@trame/shared";
import type { CountsEntry, EventsEntry } from "../../../../server/src/store/entries.ts";
import { amountsOf, type History, type TrueBoot, type TrueSample } from "./history.ts";
import type { Delay } from "./world.ts";

/** A message that arrives. */
export interface Delivery {
  /** True time of arrival. */
  readonly at: number;
  readonly deviceId: string;
  readonly message: CountsEntry["message"];
  /** Barcodes read just after some of the samples; told just before them. */
  readonly scans: EventsEntry["message"];
}

/** What the network delivers of a history, in order of arrival: late, twice, out of order, and not everything. */
export function deliver(history: History): Delivery[] {
  return history.boots.flatMap(deliverBoot).toSorted((a, b) => a.at - b.at);
}

function deliverBoot(boot: TrueBoot): Delivery[] {
  const { spec, samples } = boot;
  const messages = messagesOf(boot);
  const prompt = spec.promptMessage % messages.length;
  const deliveries = messages.flatMap((message, index) => {
    const last = message.at(-1);
    if (last === undefined) return [];
    // The power-on sample has no word of its own on the network: it shares that of the first sample.
    const { delay, again } = spec.samples[Math.max(0, last.seq - 2)] ?? { delay: 0, again: [] };
    const first = send(boot, message, { sentAt: last.at, delay: index === prompt ? 0 : delay });
    const copies = again.map(({ afterSeconds, delay: later }) =>
      send(boot, message, { sentAt: last.at + afterSeconds * 1_000, delay: later }),
    );
    return [first, ...copies];
  });
  return spec.resend === null ? deliveries : [...deliveries, resend(boot, samples, spec.resend)];
}

/** The samples that are not lost, cut into messages. */
function messagesOf({ samples, spec }: TrueBoot): TrueSample[][] {
  const messages: TrueSample[][] = [[]];
  for (const sample of samples) {
    if (!sample.isLost) messages.at(-1)?.push(sample);
    if (spec.samples[sample.seq - 2]?.endsMessage === true) messages.push([]);
  }
  return messages.filter((message) => message.length > 0);
}

function resend(
  boot: TrueBoot,
  samples: readonly TrueSample[],
  { from, length, delay }: { from: number; length: number; delay: Delay },
): Delivery {
  const kept = samples.filter((sample) => !sample.isLost);
  const start = from % kept.length;
  const range = kept.slice(start, start + length);
  return send(boot, range, { sentAt: samples.at(-1)?.at ?? 0, delay });
}

function send(
  boot: TrueBoot,
  samples: readonly TrueSample[],
  { sentAt, delay }: { sentAt: number; delay: Delay },
): Delivery {
  const outer = { boot: boot.boot, up: boot.upAt(sentAt) };
  return {
    at: sentAt + delay * 1_000,
    deviceId: `dev-${boot.device}`,
    message: { ...outer, samples: samples.map(asSample) },
    scans: { ...outer, events: samples.flatMap(scanAfter) },
  };
}

function asSample({ seq, up, told }: TrueSample): Sample {
  const state = seq % 4 === 1 ? (["running", "idle", "fault"] as const)[(seq >> 2) % 3] : null;
  return { seq: 2 * seq, up, ...amountsOf(told), state: state ?? null };
}

/** Every other `seq` is left to barcodes; one is read after every third sample. */
function scanAfter({ seq, up }: TrueSample): DeviceEvent[] {
  if (seq % 3 !== 1) return [];
  return [{ seq: 2 * seq + 1, up, kind: "scan", code: `118-${seq}` }];
}
