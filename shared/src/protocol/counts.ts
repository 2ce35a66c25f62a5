import { type Decoded, decodeEnvelope, type EntryReader, type Position } from "./envelope.ts";
import { type Fields, isCount } from "./json.ts";
import { TOTAL_MAX } from "./limits.ts";
import type { CountsMessage, ReportedState, Sample, SampleFault } from "./messages.ts";
import { readPlainCounts } from "./plain-counts.ts";

const READER: EntryReader<Sample> = { list: "samples", read: readSample };

/** Reads a `counts` payload: good samples, each bad one alone, or why nothing can be read. */
export function decodeCounts(payload: Uint8Array | string): Decoded<CountsMessage> {
  const plain = typeof payload === "string" ? null : readPlainCounts(payload);
  if (plain !== null) return { ok: true, message: plain };
  const decoded = decodeEnvelope(payload, READER);
  if (!decoded.ok) return decoded;
  const { boot, up, entries, bad } = decoded.message;
  return { ok: true, message: { boot, up, samples: entries, bad } };
}

/** Builds a `counts` payload; what a sample does not know is left out. */
export function encodeCounts(message: Pick<CountsMessage, "boot" | "up" | "samples">): string {
  const { boot, up, samples } = message;
  return JSON.stringify({ boot, up, samples: samples.map(omitUnknown) });
}

function omitUnknown(sample: Sample): Partial<Sample> {
  const { seq, up, pieces, stitches, trims, state } = sample;
  return {
    seq,
    up,
    pieces,
    ...(stitches !== null && { stitches }),
    ...(trims !== null && { trims }),
    ...(state !== null && { state }),
  };
}

function readSample(fields: Fields, { seq, up }: Position): Sample | SampleFault {
  const pieces = fields["pieces"];
  if (pieces === undefined) return "field-missing";
  const stitches = fields["stitches"] ?? null;
  const trims = fields["trims"] ?? null;
  const state = fields["state"] ?? null;
  if (!isTotal(pieces)) return totalFault(pieces);
  if (stitches !== null && !isTotal(stitches)) return totalFault(stitches);
  if (trims !== null && !isTotal(trims)) return totalFault(trims);
  if (state !== null && !isState(state)) return "field-invalid";
  return { seq, up, pieces, stitches, trims, state };
}

function isTotal(value: unknown): value is number {
  return isCount(value, TOTAL_MAX);
}

function totalFault(value: unknown): SampleFault {
  return typeof value === "number" && value > TOTAL_MAX ? "total-too-large" : "field-invalid";
}

function isState(value: unknown): value is ReportedState {
  return value === "running" || value === "idle" || value === "fault";
}
