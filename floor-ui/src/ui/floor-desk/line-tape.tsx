import type { TapeView } from "../tape.tsx";

/** Progress of the line as a bare tape, with a mark where it should be by now; the figures stand above it. */
export function LineTape({ done, expected, target, label }: TapeView) {
  const end = Math.max(target, done, 1);
  const x = (value: number) => (100 * Math.min(value, end)) / end;
  return (
    <svg
      class="fd-tape"
      viewBox="0 0 100 18"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="body" y="4" width="100" height="12" />
      <rect class="fill" y="4" width={x(done)} height="12" />
      {expected !== null && <rect class="mark" x={x(expected)} y="0" width="0.35" height="18" />}
    </svg>
  );
}
