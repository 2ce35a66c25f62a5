/** Progress as a tape measure. */
export interface TapeView {
  readonly done: number;
  readonly expected: number | null;
  readonly target: number;
  readonly label: string;
  readonly format: (value: number) => string;
}

const WIDTH = 624;
const TOP = 18;
const HEIGHT = 34;
const MOST_LABELS = 9;

/** Filled up to what is done, a plumb mark at what is expected, a scale in round numbers. */
export function Tape({ done, expected, target, label, format }: TapeView) {
  const end = Math.max(target, done, 1);
  const x = (value: number) => (WIDTH * Math.min(value, end)) / end;
  const step = roundStep(end / MOST_LABELS);
  const quarters = Array.from({ length: Math.floor((end / step) * 4) }, (_, index) => index + 1);
  const bottom = TOP + HEIGHT;
  return (
    <svg class="tape" viewBox={`0 0 ${WIDTH} 76`} role="img" aria-label={label}>
      <rect class="tape-body" x="0" y={TOP} width={WIDTH} height={HEIGHT} rx="3" />
      <rect class="tape-fill" x="0" y={TOP} width={x(done)} height={HEIGHT} rx="3" />
      {quarters.map((quarter) => {
        const at = x((quarter * step) / 4);
        const isHidden = at <= x(done) + 6 || at >= WIDTH - 4;
        const length = quarter % 4 === 0 ? 16 : 8;
        return isHidden ? null : (
          <path key={quarter} class="tape-tick" d={`M${at.toFixed(1)} ${bottom}v-${length}`} />
        );
      })}
      {expected !== null && (
        <>
          <path class="tape-line" d={`M${x(expected).toFixed(1)} 12v40`} />
          <path class="tape-plumb" d={`M${(x(expected) - 12).toFixed(1)} 0h24l-12 15z`} />
        </>
      )}
      {target < done && <path class="tape-over" d={`M${x(target).toFixed(1)} ${TOP}v${HEIGHT}`} />}
      {quarters
        .filter((quarter) => quarter % 4 === 0)
        .map((quarter) => {
          const at = x((quarter / 4) * step);
          return at > WIDTH - 24 ? null : (
            <text key={quarter} x={at.toFixed(1)} y="76">
              {format((quarter / 4) * step)}
            </text>
          );
        })}
    </svg>
  );
}

/** The next 1, 2 or 5 times a power of ten, and never below 1. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least) ?? 10;
  return factor * power;
}
