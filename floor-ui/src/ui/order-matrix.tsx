import { Glyph } from "./glyph.tsx";

/** Pieces of one size and colour. */
export interface MatrixCell {
  readonly good: string;
  readonly ordered: string;
  /** Good of ordered, 0..1. */
  readonly share: number;
}

/** Progress of a style by colour and size. */
export interface MatrixView {
  readonly id: string;
  /** null where there is only one style. */
  readonly title: string | null;
  readonly label: string;
  readonly sizes: readonly string[];
  readonly rows: readonly {
    readonly colour: string;
    /** In the order of the sizes; null where none is ordered. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
}

/** Sizes across, colours down, set as large as the room allows. */
export function OrderMatrix({ view }: { readonly view: MatrixView }) {
  return (
    <table
      class="matrix"
      aria-label={view.title === null ? view.label : `${view.label}, ${view.title}`}
      style={{ "--sizes": view.sizes.length }}
    >
      {view.title !== null && <caption>{view.title}</caption>}
      <thead>
        <tr>
          <td />
          {view.sizes.map((size) => (
            <th key={size} scope="col">
              {size}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map(({ colour, cells }) => (
          <tr key={colour}>
            <th scope="row">{colour}</th>
            {cells.map((cell, index) => (
              <td key={view.sizes[index]}>{cell !== null && <Cell cell={cell} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell: { good, ordered, share } }: { readonly cell: MatrixCell }) {
  return (
    <>
      <b>{good}</b>
      <small>
        {`/${ordered}`}
        {share >= 1 && <Glyph shape="ok" />}
      </small>
      <span class="slim" aria-hidden="true">
        <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
      </span>
    </>
  );
}
