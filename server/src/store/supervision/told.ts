/** What the board was told last of each line and station, to find what is another now. */
export interface Told {
  /** Keeps an answer; true when it is another than the one before. */
  keep(id: string, answer: unknown): boolean;
}

export function createTold(): Told {
  const texts = new Map<string, string>();
  return {
    keep(id, answer) {
      const text = JSON.stringify(answer);
      const before = texts.get(id);
      texts.set(id, text);
      return before !== text;
    },
  };
}
