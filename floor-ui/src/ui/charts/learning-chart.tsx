import { useRef } from "preact/hooks";
import { useWidth } from "./use-width.ts";

/** Places are shares of the drawing, 0..1, from its lower left corner. */
interface Place {
  readonly x: number;
  readonly y: number;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface LearningChartView {
  /** What it shows, in one sentence. */
  readonly label: string;
  readonly points: readonly (Place & { readonly key: string })[];
  /** Empty while nothing can be said. */
  readonly curve: readonly Place[];
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
  readonly acrossName: string;
  readonly upName: string;
}

const HEIGHT = 240;
const FIRST_WIDTH = 640;
const EDGE = { left: 44, right: 16, top: 24, bottom: 40 } as const;
const DOT = 4;

/** Points, and the curve through them; in ink alone, so that it reads on paper. */
export function LearningChart({ view }: { readonly view: LearningChartView }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, FIRST_WIDTH);
  const x = (share: number) => EDGE.left + share * (width - EDGE.left - EDGE.right);
  const y = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom);
  const path = view.curve.map((at, index) => `${index === 0 ? "M" : "L"}${x(at.x)} ${y(at.y)}`);
  return (
    <div class="learning" ref={box}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={view.label}>
        {view.up.map(({ at, text }) => (
          <g key={text}>
            <path class="learning-grid" d={`M${x(0)} ${y(at)}H${x(1)}`} />
            <text class="learning-up" x={x(0) - 8} y={y(at) + 4}>
              {text}
            </text>
          </g>
        ))}
        {view.across.map(({ at, text }) => (
          <text key={text} class="learning-across" x={x(at)} y={HEIGHT - EDGE.bottom + 18}>
            {text}
          </text>
        ))}
        <text class="learning-name" x={4} y={12}>
          {view.upName}
        </text>
        <text class="learning-name end" x={x(1)} y={HEIGHT - 4}>
          {view.acrossName}
        </text>
        {path.length > 0 && <path class="learning-curve" d={path.join("")} />}
        {view.points.map(({ key, x: across, y: up }) => (
          <circle key={key} class="learning-dot" cx={x(across)} cy={y(up)} r={DOT} />
        ))}
      </svg>
    </div>
  );
}
