/** Bundles that wait before a station. */
export interface PacketsView {
  readonly bundles: number;
  /** Their number, written. */
  readonly text: string;
}

/** More would not fit beside their number. */
const MOST_DRAWN = 10;

/** A small packet for each bundle, up to ten, and how many; a dashed one for none. The tile's sentence says it too. */
export function Packets({ bundles, text }: PacketsView) {
  const drawn = Array.from({ length: Math.min(bundles, MOST_DRAWN) }, (_, index) => index);
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
