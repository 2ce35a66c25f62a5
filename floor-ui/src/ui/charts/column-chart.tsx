import { useRef } from "preact/hooks";
import { useWidth } from "./use-width.ts";

/** One column. */
export interface Column {
  readonly key: string;
  readonly value: number;
  /** Under it. */
  readonly name: string;
  /** Under the name, where something new begins: a month. */
  readonly group: string | null;
  /** Drawn dashed across the column; null where there is none. */
  readonly target: number | null;
  /** Set apart in ink, with its value above it. */
  readonly isMarked: boolean;
  /** In full, for whoever hears it or points at it. */
  readonly said: string;
}

/** Columns, and where one leads. */
export interface ColumnChartProps {
  readonly columns: readonly Column[];
  /** The sentence that stands for the drawing. */
  readonly label: string;
  readonly format: (value: number) => string;
  /** All values above their columns, where few columns leave room. */
  readonly hasValues?: boolean;
  /** Each column leads to a page, or opens something. */
  readonly link: ((key: string) => string) | null;
  readonly onOpen?: (key: string) => void;
}

const FIRST_WIDTH = 346;
const TOP = 18;
const BASE = 172;
const HEIGHT = 210;
/** Half of a value such as « 12 000 »: the last one is not cut. */
const VALUE_HALF = 18;
/** A year's months may stand under the names; hours have none. */
const HEIGHT_ALONE = 194;

/** Columns over a line, dashes for what was aimed at; read by lightness alone, on paper too. */
export function ColumnChart(props: ColumnChartProps) {
  const { columns, label, format, hasValues = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, FIRST_WIDTH);
  const top = Math.max(1, ...columns.map(({ value, target }) => Math.max(value, target ?? 0)));
  const slot = width / Math.max(1, columns.length);
  const height = columns.some(({ group }) => group !== null) ? HEIGHT : HEIGHT_ALONE;
  return (
    <div class="columns" ref={box}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {columns.map((column, index) => (
          <ColumnShape
            key={column.key}
            column={column}
            place={{ x: index * slot, slot, scale: (BASE - TOP) / top, end: width }}
            value={column.isMarked || hasValues ? format(column.value) : null}
          />
        ))}
        <path class="columns-base" d={`M0 ${BASE + 0.5}h${width}`} />
      </svg>
      <Places {...props} />
    </div>
  );
}

interface ShapeProps {
  readonly column: Column;
  /** Left edge, width, height of one; the right edge of all. */
  readonly place: Readonly<Record<"x" | "slot" | "scale" | "end", number>>;
  readonly value: string | null;
}

function ColumnShape({ column, place: { x, slot, scale, end }, value }: ShapeProps) {
  const gap = Math.min(5.2, slot * 0.22);
  const width = Math.min(48, slot - gap);
  const left = x + (slot - width) / 2;
  const height = column.value * scale;
  const line = column.target === null ? 0 : column.target * scale;
  const middle = x + slot / 2;
  return (
    <>
      {height > 0 && (
        <rect
          class={column.isMarked ? "columns-bar marked" : "columns-bar"}
          {...{ x: left, y: BASE - height, width, height, rx: 1.5 }}
        />
      )}
      {line > 0 && <path class="columns-target" d={`M${x} ${BASE - line}h${slot}`} />}
      {value !== null && (
        <text
          class="columns-value"
          x={Math.min(middle, end - VALUE_HALF)}
          y={BASE - Math.max(height, line) - 7}
        >
          {value}
        </text>
      )}
      <text class={column.isMarked ? "columns-name marked" : "columns-name"} x={middle} y="188">
        {column.name}
      </text>
      {column.group !== null && (
        <text class="columns-group" x={left} y="205">
          {column.group}
        </text>
      )}
    </>
  );
}

/** What can be pointed at and reached by keyboard: one over each column. */
function Places({ columns, link, onOpen }: ColumnChartProps) {
  if (link === null && onOpen === undefined) return null;
  return (
    <ul class="columns-places" style={{ "--columns": columns.length }}>
      {columns.map(({ key, said }) => (
        <li key={key}>
          {link === null ? (
            <button type="button" title={said} onClick={() => onOpen?.(key)}>
              <span>{said}</span>
            </button>
          ) : (
            <a href={link(key)} title={said}>
              <span>{said}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
