import { Glyph } from "./glyph.tsx";
import { End, type NumbersView } from "./numbers.tsx";
import type { TapeView } from "./tape.tsx";

/** Stations of a line in one state. */
export interface StateCount {
  readonly state: "stopped" | "waiting" | "no-data" | "running";
  readonly count: number;
  /** « À l’arrêt 2 ». */
  readonly label: string;
}

/** A line at a glance. */
export interface LineCardView {
  readonly lineId: string;
  readonly figures: NumbersView;
  /** What it sews; null where no order is known. */
  readonly order: string | null;
  readonly states: readonly StateCount[];
}

interface LineCardsProps {
  readonly label: string;
  /** Of the column of stations. */
  readonly stations: string;
  readonly lines: readonly LineCardView[];
}

/** The figures of several lines, one under the other, as a table that is read from afar. */
export function LineCards({ label, stations, lines }: LineCardsProps) {
  const first = lines[0]?.figures;
  if (first === undefined) return null;
  return (
    <table class={`lines lines-${lines.length}`} aria-label={label}>
      <thead>
        <tr>
          <td />
          <th scope="col">{first.done.label}</th>
          <th scope="col">{first.expected.short}</th>
          <th scope="col">{first.target.label}</th>
          <th scope="col">{first.gap.label}</th>
          <th scope="col">{first.end.label}</th>
          <th scope="col">{stations}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineCard key={line.lineId} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function LineCard({ line: { figures, order, states } }: { readonly line: LineCardView }) {
  return (
    <tr>
      <th scope="row">
        {figures.name}
        {order !== null && <small>{order}</small>}
        {figures.tape !== null && <SlimTape {...figures.tape} />}
      </th>
      {figures.empty === null ? (
        <td class="made">
          {figures.done.note !== null && <small>{figures.done.note}</small>}
          {figures.done.value}
        </td>
      ) : (
        <td class="empty">{figures.empty}</td>
      )}
      <td>{figures.expected.value}</td>
      <td>{figures.target.value}</td>
      <td>{figures.gap.value}</td>
      <td class="end">
        <End value={figures.end.value} />
      </td>
      <td class="states">
        <ul>
          {states.map(({ state, count, label }) => (
            <li key={state} class={state} role="img" aria-label={label}>
              <Glyph shape={state} />
              {count}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The tape without its scale: done, and the plumb at what is expected. */
function SlimTape({ done, expected, target }: TapeView) {
  const end = Math.max(target, done, 1);
  const share = (value: number) => `${((100 * Math.min(value, end)) / end).toFixed(1)}%`;
  return (
    <span class="slim" aria-hidden="true">
      <i style={{ width: share(done) }} />
      {expected !== null && <b style={{ left: share(expected) }} />}
    </span>
  );
}
