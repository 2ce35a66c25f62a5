/** Chance from a seed: the same seed and name always give the same story. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(ratio: number): boolean;
  /** Lognormal with this mean and standard deviation (of the values, not of their logarithms). */
  lognormal(mean: number, deviation: number): number;
  /** Time to the next of events that come without memory. */
  exponential(mean: number): number;
  /** So many hex digits, lower case. */
  hex(digits: number): string;
  /** A stream of its own: drawing from it changes nothing for the others. */
  fork(name: string): Random;
}

/** A seeded stream: `sfc32` of PractRand, its 128 bits of state filled from the seed's text. */
export function createRandom(seed: number | string): Random {
  const text = String(seed);
  const next = sfc32([hash(`a${text}`), hash(`b${text}`), hash(`c${text}`), 1]);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (ratio) => next() < ratio,
    lognormal: (mean, deviation) => {
      const variance = Math.log(1 + (deviation / mean) ** 2);
      return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal());
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
    hex: (digits) =>
      Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join(""),
    fork: (name) => createRandom(`${text}/${name}`),
  };
}

function sfc32([a, b, c, counter]: [number, number, number, number]): () => number {
  const step = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first outputs still show the seed.
  for (let i = 0; i < 15; i++) step();
  return step;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value;
}
