/** Bundles that wait before a station. */
export interface PacketsView {
  readonly bundles: number;
  /** Their number, written. */
  readonly text: string;
}

/** More would not fit beside their number; each digit from the third on takes the room of one, and then some. */
const MOST_DRAWN = 10;
const WIDE_DIGITS = 3;

function mostBeside(text: string): number {
  return text.length < WIDE_DIGITS ? MOST_DRAWN : MOST_DRAWN + 1 - text.length;
}

/** A small packet for each bundle, up to ten, and how many; a dashed one for none. The tile's sentence says it too. */
export function Packets({ bundles, text }: PacketsView) {
  const drawn = Array.from({ length: Math.min(bundles, mostBeside(text)) }, (_, index) => index);
  return (
    <p class="packets" aria-hidden="true">
      {bundles === 0 && <i class="none" />}
      {drawn.map((packet) => (
        <i key={packet} />
      ))}
      <span>{text}</span>
    </p>
  );
}
