/** The last working hour of a station, oldest first. */
export interface SparkView {
  readonly points: readonly number[];
  /** What each point should be; null when nothing is expected. */
  readonly expected: number | null;
}

const WIDTH = 88;
const HEIGHT = 44;
const TOP = 4;
const BOTTOM = 40;

/** A line without axes: its zero is the bottom, the dots are what was expected. */
export function Spark({ points, expected }: SparkView) {
  const top = Math.max(...points, (expected ?? 0) * 1.5, 1);
  const y = (value: number) => BOTTOM - ((BOTTOM - TOP) * value) / top;
  const step = (WIDTH - 4) / Math.max(1, points.length - 1);
  const places = points.map((value, index) => ({ x: 2 + index * step, y: y(value) }));
  const last = places.at(-1);
  if (last === undefined) return null;
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {expected !== null && <path d={`M0 ${y(expected).toFixed(1)}h${WIDTH}`} />}
      <polyline points={places.map((at) => `${at.x.toFixed(1)},${at.y.toFixed(1)}`).join(" ")} />
      <circle cx={last.x} cy={last.y} r="5" />
    </svg>
  );
}
