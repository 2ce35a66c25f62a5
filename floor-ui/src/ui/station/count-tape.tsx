/** The pieces of a bundle as a tape measure. */
export interface CountTapeView {
  readonly done: number;
  readonly of: number;
  readonly label: string;
}

const WIDTH = 720;
const HEIGHT = 47;
/** Below this distance single marks would run together. */
const LEAST_GAP = 6;
const LABEL_GAP = 100;

/** Filled up to what is done; a mark for each piece while there is room, a number at round ones and at the end. */
export function CountTape({ done, of, label }: CountTapeView) {
  const x = (value: number) => (WIDTH * Math.min(Math.max(value, 0), of)) / of;
  const unit = stepOf(of, LEAST_GAP);
  const round = Math.max(unit, stepOf(of, LABEL_GAP));
  const marks = rangeOf(unit, of);
  const labels = rangeOf(round, of).filter((value) => WIDTH - x(value) >= LABEL_GAP / 2);
  return (
    <svg class="measure" viewBox="0 0 720 84" role="img" aria-label={label}>
      <rect class="measure-body" x="1.5" y="1.5" width={WIDTH - 3} height={HEIGHT - 3} rx="5" />
      <rect
        class="measure-fill"
        x="1.5"
        y="1.5"
        width={fillOf(x(done))}
        height={HEIGHT - 3}
        rx="5"
      />
      {marks.map((value) => (
        <path
          key={value}
          class={value <= done ? "on-fill" : "on-body"}
          d={`M${x(value).toFixed(1)} 44v-${value % round === 0 ? 24 : 12}`}
        />
      ))}
      {labels.map((value) => (
        <text key={value} x={x(value).toFixed(1)} y="78" text-anchor="middle">
          {value}
        </text>
      ))}
      <text x={WIDTH} y="78" text-anchor="end">
        {of}
      </text>
    </svg>
  );
}

function fillOf(at: number): number {
  return Math.max(0, Math.min(at, WIDTH - 1.5) - 1.5);
}

/** The smallest 1, 5 or 10 times a power of ten whose marks are at least `gap` apart. */
function stepOf(of: number, gap: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 5].find((factor) => (WIDTH * factor * power) / of >= gap);
    if (step !== undefined) return step * power;
  }
}

/** Every `step` below `end`. */
function rangeOf(step: number, end: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(end / step) - 1) }, (_, i) => (i + 1) * step);
}
