import type { NativePublication, Publication, TasmotaPublication } from "@trame/broker";
import {
  type BadEntry,
  decodeCounts,
  decodeEvents,
  decodeTasmota,
  type EnvelopeFault,
  encodeOneEntry,
} from "@trame/shared";
import type { Recorder } from "../record.ts";
import type { Entry, QuarantineEntry } from "../store/entries.ts";

/** Takes what devices publish; the promise resolves when it is on disk, undefined means nothing to wait for. */
export type Ingest = (publication: Publication) => Promise<void> | undefined;

/**
 * Reads a publication and records what is good of it; what can't be read is quarantined, whole or entry by entry,
 * and acknowledged too, since a device would send it for ever ([Q1] to [Q3]).
 */
export function createIngest({ record, now }: Pick<Recorder, "record" | "now">): Ingest {
  return (publication) => {
    const entries = readEntries(publication, now());
    return entries.length === 0 ? undefined : record(entries);
  };
}

function readEntries(publication: Publication, received: number): Entry[] {
  return publication.make === "tasmota"
    ? readTasmota(publication, received)
    : readNative(publication, received);
}

function readNative(publication: NativePublication, received: number): Entry[] {
  const { deviceId, payload } = publication;
  switch (publication.kind) {
    case "counts": {
      const decoded = decodeCounts(payload);
      if (!decoded.ok) return [unreadable(publication, received, decoded.fault)];
      const { message } = decoded;
      const good: Entry = { kind: "counts", deviceId, received, message };
      if (message.bad.length === 0) return [good];
      return [good, ...badEntries(publication, received, { ...message, list: "samples" })];
    }
    case "events": {
      const decoded = decodeEvents(payload);
      if (!decoded.ok) return [unreadable(publication, received, decoded.fault)];
      const { message } = decoded;
      const good: Entry = { kind: "events", deviceId, received, message };
      return [good, ...badEntries(publication, received, { ...message, list: "events" })];
    }
    case "status":
      return [unreadable(publication, received, "status-invalid")];
  }
}

function unreadable(
  { deviceId, topic, payload }: Publication,
  received: number,
  fault: EnvelopeFault,
): QuarantineEntry {
  return { kind: "quarantine", deviceId, received, topic, payload, index: -1, fault };
}

function badEntries(
  { deviceId, topic }: Publication,
  received: number,
  message: { boot: string; bad: readonly BadEntry[]; list: "samples" | "events" },
): QuarantineEntry[] {
  const { boot, bad, list } = message;
  return bad.map(({ index, fault, raw }) => ({
    kind: "quarantine",
    deviceId,
    received,
    topic,
    payload: Buffer.from(encodeOneEntry({ boot, list, raw })),
    index,
    fault,
  }));
}

function readTasmota(publication: TasmotaPublication, received: number): Entry[] {
  const { deviceId, kind, payload } = publication;
  const readings = decodeTasmota(kind, payload);
  if (readings === null) return [unreadable(publication, received, "not-json")];
  const { counters, bootCount, uptimeSec } = readings;
  const tellsNothing = counters.size === 0 && bootCount === null && uptimeSec === null;
  return tellsNothing ? [] : [{ kind: "readings", deviceId, received, readings }];
}
