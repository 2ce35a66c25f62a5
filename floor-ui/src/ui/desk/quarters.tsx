/** Corners of the four quarters, from the top clockwise. */
const QUARTERS = [
  "M10 10V2a8 8 0 0 1 8 8z",
  "M10 10h8a8 8 0 0 1-8 8z",
  "M10 10v8a8 8 0 0 1-8-8z",
  "M10 10H2a8 8 0 0 1 8-8z",
];

/** A level from 0 to 4 as filled quarters; its number or its word stands beside it. */
export function Quarters({ level }: { readonly level: number }) {
  return (
    <svg class="quarters" viewBox="0 0 20 20" aria-hidden="true">
      <circle class="quarters-ring" cx="10" cy="10" r="8.5" />
      {QUARTERS.slice(0, level).map((shape) => (
        <path key={shape} d={shape} />
      ))}
    </svg>
  );
}
