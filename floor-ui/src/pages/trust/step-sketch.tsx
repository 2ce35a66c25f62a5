import { useTrustWords } from "../../i18n/trust.ts";
import type { Sketch } from "../../i18n/trust-devices-fr.ts";

const WIDTH = 260;
const PAD = 12;
const HEAD = 30;
const ROW = 30;
/** From the top of a row to the feet of its letters. */
const FOOT = 20;

/** A dialog as a device shows it, reduced to what is to be found: that is filled with ink, and an arrow points at it. */
export function StepSketch({ sketch }: { readonly sketch: Sketch }) {
  const t = useTrustWords();
  const { frame, title, lines, mark, here } = sketch;
  const isSet = mark === "box" || mark === "switch";
  const height = HEAD + (lines.length + 1) * ROW + 2 * PAD;
  const top = HEAD + PAD + lines.length * ROW;
  return (
    <svg
      class="sketch"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label={isSet ? t.drawnOn(title, here) : t.drawn(title, here)}
    >
      <rect
        class="sketch-frame"
        x="1"
        y="1"
        width={WIDTH - 2}
        height={height - 2}
        rx={radius(frame)}
      />
      <path class="sketch-line" d={`M1 ${HEAD}h${WIDTH - 2}`} />
      <text class="sketch-title" x={PAD} y={FOOT}>
        {title}
      </text>
      {frame === "window" && <path class="sketch-line" d={`M${WIDTH - 22} 10l10 10m0-10l-10 10`} />}
      {lines.map((line, row) => (
        <text
          key={line}
          class="sketch-text"
          x={PAD + inset(mark)}
          y={HEAD + PAD + row * ROW + FOOT}
        >
          {line}
        </text>
      ))}
      {mark === "choice" &&
        lines.map((line, row) => (
          <circle
            key={line}
            class="sketch-line"
            cx={PAD + 8}
            cy={HEAD + PAD + row * ROW + 15}
            r="6"
          />
        ))}
      <Marked mark={mark} here={here} top={top} />
    </svg>
  );
}

function radius(frame: Sketch["frame"]): number {
  return frame === "screen" ? 16 : 6;
}

/** Choices stand beside their round. */
function inset(mark: Sketch["mark"]): number {
  return mark === "choice" ? 24 : 10;
}

function Marked(props: {
  readonly mark: Sketch["mark"];
  readonly here: string;
  readonly top: number;
}) {
  const { mark, here, top } = props;
  const width = WIDTH - 2 * PAD - 28;
  const middle = top + ROW / 2;
  const isFilled = mark === "button" || mark === "row";
  return (
    <>
      <rect
        class={isFilled ? "sketch-here" : "sketch-around"}
        x={PAD}
        y={top + 1}
        width={width}
        height={ROW - 2}
        rx={mark === "button" ? 14 : 4}
      />
      <text
        class={isFilled ? "sketch-said" : "sketch-title"}
        x={PAD + inset(mark === "box" ? "choice" : mark)}
        y={top + FOOT}
      >
        {here}
      </text>
      {mark === "choice" && (
        <>
          <circle class="sketch-line" cx={PAD + 12} cy={middle} r="6" />
          <circle class="sketch-ink" cx={PAD + 12} cy={middle} r="3" />
        </>
      )}
      {mark === "box" && <path class="sketch-thick" d={`M${PAD + 6} ${middle}l4 4 8-8`} />}
      {mark === "switch" && (
        <>
          <rect
            class="sketch-here"
            x={PAD + width - 44}
            y={middle - 9}
            width="36"
            height="18"
            rx="9"
          />
          <circle class="sketch-knob" cx={PAD + width - 17} cy={middle} r="6" />
        </>
      )}
      <path class="sketch-ink" d={`M${WIDTH - PAD - 22} ${middle}l10-8v5h10v6h-10v5z`} />
    </>
  );
}
