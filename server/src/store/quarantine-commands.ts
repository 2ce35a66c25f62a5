import { decodeCounts, decodeEvents } from "@trame/shared";
import type { Modules } from "./modules.ts";
import type { QuarantineItem } from "./quarantine.ts";

/** How a person's word on a quarantined message was taken. */
export type QuarantineAnswer = "done" | "not-found" | "not-open" | "unreadable";

/** Lets an entry go: it is kept, and no longer listed as open ([Q5]). */
export function dismiss(modules: Modules, id: number, now: number): QuarantineAnswer {
  return close(modules, { id, now, kind: "quarantine-dismissed" }, () => true);
}

/** Takes an entry in as a late one, if it can be read and its key is free ([Q4]). */
export function release(modules: Modules, id: number, now: number): QuarantineAnswer {
  return close(modules, { id, now, kind: "quarantine-released" }, (item) =>
    takeLate(modules, item),
  );
}

interface Word {
  readonly id: number;
  readonly now: number;
  readonly kind: "quarantine-released" | "quarantine-dismissed";
}

function close(
  { facts, quarantine, transact }: Modules,
  { id, now, kind }: Word,
  work: (item: QuarantineItem) => boolean,
): QuarantineAnswer {
  const item = quarantine.find(id);
  if (item === null) return "not-found";
  if (item.state !== "open") return "not-open";
  return transact(() => {
    if (!work(item)) return "unreadable";
    facts.append({ kind, id }, now);
    quarantine.close(id, kind === "quarantine-released" ? "released" : "dismissed");
    return "done";
  });
}

function takeLate({ appending, events }: Modules, item: QuarantineItem): boolean {
  const { deviceId, payload, topic } = item;
  const whole = withUp(payload);
  if (item.index < 0 || whole === null) return false;
  const heard = { deviceId, received: item.firstAt };
  if (topic.endsWith("/events")) {
    const decoded = decodeEvents(whole);
    if (!decoded.ok || decoded.message.events.length === 0) return false;
    return events.append({ kind: "events", ...heard, message: decoded.message });
  }
  const decoded = decodeCounts(whole);
  if (!decoded.ok || decoded.message.samples.length === 0) return false;
  return appending.appendLate({ kind: "counts", ...heard, message: decoded.message });
}

/** The kept bytes as a message again: its one entry was taken when the message was built, for all we know. */
function withUp(payload: Buffer): string | null {
  try {
    const kept = JSON.parse(payload.toString());
    const [entry] = kept.samples ?? kept.events;
    return JSON.stringify({ ...kept, up: entry.up });
  } catch {
    return null;
  }
}
