import { asFields, type Fields, isUp, parseFields } from "./json.ts";
import { ENTRIES_MAX, UP_MAX_MS } from "./limits.ts";
import type { BadEntry, EnvelopeFault, SampleFault } from "./messages.ts";

/** What a decoder answers: the message, or why nothing of it can be read. */
export type Decoded<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly fault: EnvelopeFault };

/** The part that `counts` and `events` share. */
export interface Envelope<Entry> {
  readonly boot: string;
  readonly up: number;
  readonly entries: readonly Entry[];
  readonly bad: readonly BadEntry[];
}

/** Where an entry stands in its boot; every sample and event has both. */
export interface Position {
  readonly seq: number;
  readonly up: number;
}

/** How the entries of one kind of message are found and read. */
export interface EntryReader<Entry extends Position> {
  readonly list: "samples" | "events";
  readonly read: (fields: Fields, position: Position) => Entry | SampleFault;
}

const BOOT_LENGTH = 8;
const NO_BAD: readonly BadEntry[] = [];

/** Reads boot, up and the list; each entry that can't be read is set aside alone. */
export function decodeEnvelope<Entry extends Position>(
  payload: Uint8Array | string,
  reader: EntryReader<Entry>,
): Decoded<Envelope<Entry>> {
  const root = parseFields(payload);
  if (root === null) return { ok: false, fault: "not-json" };
  const boot = readBoot(root["boot"]);
  if (boot === null) return { ok: false, fault: "boot-invalid" };
  const up = root["up"];
  if (!isUp(up)) return { ok: false, fault: "up-invalid" };
  const list = root[reader.list];
  if (!Array.isArray(list) || list.length === 0 || list.length > ENTRIES_MAX) {
    return { ok: false, fault: "list-invalid" };
  }
  return { ok: true, message: { boot, up, ...readEntries(list, up, reader) } };
}

/** The boot id in lower case; null unless it is 8 hex digits. */
export function readBoot(value: unknown): string | null {
  if (typeof value !== "string" || value.length !== BOOT_LENGTH) return null;
  for (let i = 0; i < BOOT_LENGTH; i++) {
    if (!isHexDigit(value.charCodeAt(i))) return null;
  }
  return value.toLowerCase();
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

function readEntries<Entry extends Position>(
  list: readonly unknown[],
  messageUp: number,
  reader: EntryReader<Entry>,
): { entries: Entry[]; bad: readonly BadEntry[] } {
  const entries: Entry[] = [];
  let bad: BadEntry[] | null = null;
  let last: Position = { seq: 0, up: 0 };
  for (let index = 0; index < list.length; index++) {
    const entry = readEntry(list[index], reader);
    const fault = typeof entry === "string" ? entry : findPositionFault(entry, last, messageUp);
    if (typeof entry === "string" || fault !== null) {
      bad ??= [];
      bad.push({ index, fault: fault ?? "field-invalid", raw: JSON.stringify(list[index]) });
    } else {
      entries.push(entry);
      last = entry;
    }
  }
  return { entries, bad: bad ?? NO_BAD };
}

function readEntry<Entry extends Position>(
  value: unknown,
  reader: EntryReader<Entry>,
): Entry | SampleFault {
  const fields = asFields(value);
  if (fields === null) return "field-invalid";
  const seq = fields["seq"];
  const up = fields["up"];
  if (seq === undefined || up === undefined) return "field-missing";
  if (!isUp(up) || !isSeq(seq)) return "field-invalid";
  return reader.read(fields, { seq, up });
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= UP_MAX_MS;
}

function findPositionFault(entry: Position, last: Position, messageUp: number): SampleFault | null {
  if (entry.up > messageUp) return "up-after-message";
  if (entry.seq <= last.seq) return "seq-fell";
  return entry.up < last.up ? "up-fell" : null;
}
