import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { SampleRow } from "../boot-rows.ts";
import { STATES } from "../states.ts";

/** A sample as a list of numbers, each of which changes little, or not at all, from one sample to the next. */
type Figures = readonly (number | null)[];

/**
 * Packs samples: column by column, each number as its difference to that of the sample before, and what repeats is
 * squeezed out; some four bytes a heartbeat, from which every column comes back as it was.
 */
export function packSamples(rows: readonly SampleRow[]): Buffer {
  const samples = rows.map(figuresOf);
  const columns = samples[0]?.map((_, column) => differences(samples.map((row) => row[column])));
  return deflateRawSync(JSON.stringify(columns ?? []));
}

/** The samples that were packed, in the same order. */
export function unpackSamples(body: Uint8Array): SampleRow[] {
  const packed: (number | null)[][] = JSON.parse(inflateRawSync(body).toString());
  const columns = packed.map(sums);
  return (columns[0] ?? []).map((_, row) => sampleOf(columns.map((column) => column[row] ?? null)));
}

function figuresOf(row: SampleRow): Figures {
  const { seq, n, up, pieces, stitches, trims, state, received, messageUp, run, at } = row;
  const [waited, delay, began] = [messageUp - up, received - messageUp, at - up];
  return [seq, n, up, pieces, stitches, trims, STATES.indexOf(state), waited, delay, run, began];
}

function sampleOf(figures: Figures): SampleRow {
  const [seq, n, up, pieces, stitches = null, trims = null, state, waited, delay, run, began] =
    figures;
  const messageUp = known(up) + known(waited);
  return {
    seq: known(seq),
    n: known(n),
    up: known(up),
    pieces: known(pieces),
    stitches,
    trims,
    state: STATES[known(state)] ?? null,
    received: messageUp + known(delay),
    messageUp,
    run: known(run),
    at: known(up) + known(began),
  };
}

function known(figure: number | null | undefined): number {
  return figure ?? Number.NaN;
}

/** What is not known stays so, and the next number is a difference to the last that was. */
function differences(column: readonly (number | null | undefined)[]): (number | null)[] {
  let before = 0;
  return column.map((figure) => {
    if (figure === null || figure === undefined) return null;
    const difference = figure - before;
    before = figure;
    return difference;
  });
}

function sums(column: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return column.map((difference) => {
    if (difference === null) return null;
    sum += difference;
    return sum;
  });
}
