/** One clock hour of the working day. */
export interface HourBar {
  readonly hour: number;
  /** The hour's name; empty where there is no room for it. */
  readonly name: string;
  readonly pieces: number;
  /** Of the whole hour; null when there is no target. */
  readonly expected: number | null;
  /** Of the hour so far; null in hours to come and without a target. */
  readonly expectedSoFar: number | null;
  readonly phase: "past" | "now" | "ahead";
  /** No working time in it. */
  readonly isBreak: boolean;
}

/** The hours of the day. */
export interface HourBarsView {
  readonly bars: readonly HourBar[];
  readonly label: string;
  readonly pause: string;
  readonly format: (value: number) => string;
}

const WIDTH = 624;
const BASE = 182;
const TALLEST = 144;

/** Black is done, the line is what was expected, dashes are to come, shaded is a break. */
export function HourBars({ bars, label, pause, format }: HourBarsView) {
  const top = Math.max(1, ...bars.map((bar) => Math.max(bar.pieces * 0.93, bar.expected ?? 0)));
  const slot = WIDTH / Math.max(1, bars.length);
  return (
    <svg
      class={`bars${bars.length > 10 ? " many" : ""}`}
      viewBox={`0 0 ${WIDTH} 226`}
      role="img"
      aria-label={label}
    >
      {bars.map((bar, index) => (
        <g key={bar.hour} transform={`translate(${(index * slot).toFixed(1)} 0)`}>
          <Bar bar={bar} slot={slot} scale={TALLEST / top} pause={pause} format={format} />
        </g>
      ))}
      <path class="bars-base" d={`M0 183h${WIDTH}`} />
    </svg>
  );
}

interface BarProps extends Pick<HourBarsView, "pause" | "format"> {
  readonly bar: HourBar;
  readonly slot: number;
  /** Height of a piece. */
  readonly scale: number;
}

function Bar({ bar, slot, scale, pause, format }: BarProps) {
  const gap = Math.min(9.4, slot * 0.14);
  const width = slot - gap;
  const middle = slot / 2;
  const height = bar.pieces * scale;
  const line = (bar.expectedSoFar ?? 0) * scale;
  const isNow = bar.phase === "now";
  return (
    <>
      {bar.isBreak && <Pause width={width} gap={gap} text={bar.pieces > 0 ? "" : pause} />}
      {bar.phase !== "past" && (
        <Block name="bars-open" x={gap / 2} width={width} height={(bar.expected ?? 0) * scale} />
      )}
      <Block name="bars-done" x={gap / 2} width={width} height={height} />
      {line > 0 && (
        <path
          class={height > line + 2 ? "bars-line over" : "bars-line"}
          d={`M0 ${BASE - line}h${slot}`}
        />
      )}
      {bar.pieces > 0 && (
        <text class="bars-count" x={middle} y={BASE - Math.max(height, line) - 11}>
          {format(bar.pieces)}
        </text>
      )}
      <text class={isNow ? "bars-hour now" : "bars-hour"} x={middle} y="214">
        {bar.name}
      </text>
      {isNow && <path class="bars-now" d={`M${gap / 2} 223h${width}`} />}
    </>
  );
}

function Block(props: { name: string; x: number; width: number; height: number }) {
  const { name, x, width, height } = props;
  if (height <= 0) return null;
  return <rect class={name} x={x} y={BASE - height} width={width} height={height} rx="3" />;
}

function Pause(props: { readonly width: number; readonly gap: number; readonly text: string }) {
  const middle = props.gap / 2 + props.width / 2;
  return (
    <>
      <rect
        class="bars-pause"
        x={props.gap / 2}
        y={BASE - TALLEST}
        width={props.width}
        height={TALLEST}
        rx="3"
      />
      {props.width > 30 && (
        <text
          class="bars-hour"
          x={middle}
          y="118"
          transform={`rotate(-90 ${middle.toFixed(1)} 109)`}
        >
          {props.text}
        </text>
      )}
    </>
  );
}
