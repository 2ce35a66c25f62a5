import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** The same figures as rows and columns. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

export interface ChartBlockProps {
  readonly table: ChartTable;
  readonly words: { readonly asTable: string; readonly asChart: string };
  readonly children: ComponentChildren;
}

/** A drawing that can be read as a table instead. */
export function ChartBlock({ table, words, children }: ChartBlockProps) {
  const [isTable, setTable] = useState(false);
  return (
    <div class="chart-block">
      {isTable ? <Rows table={table} /> : children}
      <button
        type="button"
        class="chart-turn"
        aria-pressed={isTable}
        aria-label={`${isTable ? words.asChart : words.asTable} — ${table.caption}`}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? words.asChart : words.asTable}
      </button>
    </div>
  );
}

function Rows({ table: { caption, columns, rows } }: { readonly table: ChartTable }) {
  return (
    <table class="chart-table" aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
