import type { Colour } from "@trame/shared";
import type { ProgressQuantity } from "../../../data/desk/rows.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { axesOf, sum } from "../../prepare/progress-view.ts";
import type { OrderStyleView } from "./order-styles.ts";

/** Size × colour: done of ordered, with what is cut and under way in a table behind it. */
export function QuantityMatrix({ view }: { readonly view: OrderStyleView }) {
  const { t, number, whole } = useOrdersWords();
  const { style, name, colours } = view;
  const { quantities } = style;
  const { sizes, colours: names } = axesOf(quantities);
  const good = sum(quantities, "good");
  const ordered = sum(quantities, "ordered");
  const share = whole(ordered === 0 ? 0 : good / ordered);
  const title = t.order.quantities(name);
  return (
    <Panel
      title={title}
      aside={<span>{t.ordersDesk.share({ done: good, of: number(ordered), share })}</span>}
    >
      <Scroll name={title}>
        <table class="mx" aria-label={title}>
          <thead>
            <tr>
              <td />
              {names.map((colour) => (
                <th key={colour} scope="col">
                  <Swatch colour={colours.find((each) => each.name === colour)} />
                  {colour}
                </th>
              ))}
              {names.length > 1 && <th scope="col">{t.prepare.total}</th>}
            </tr>
          </thead>
          <tbody>
            {sizes.map((size) => {
              const row = quantities.filter((quantity) => quantity.size === size);
              return (
                <tr key={size}>
                  <th scope="row">{size}</th>
                  {names.map((colour) => (
                    <Cell
                      key={colour}
                      quantities={row.filter((quantity) => quantity.colour === colour)}
                    />
                  ))}
                  {names.length > 1 && <Cell quantities={row} isTotal={true} />}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{t.ordersDesk.detail}</summary>
        <Detail quantities={quantities} />
      </details>
    </Panel>
  );
}

function Swatch({ colour }: { readonly colour: Colour | undefined }) {
  if (colour?.swatch === undefined) return null;
  return <i class="dot" style={{ background: colour.swatch }} aria-hidden="true" />;
}

function Cell(props: {
  readonly quantities: readonly ProgressQuantity[];
  readonly isTotal?: boolean;
}) {
  const { quantities, isTotal = false } = props;
  const { number } = useOrdersWords();
  if (quantities.length === 0) return <td class="vacant" />;
  const good = sum(quantities, "good");
  const ordered = sum(quantities, "ordered");
  const isFull = ordered > 0 && good >= ordered;
  return (
    <td class={`${isFull ? "full" : ""} ${isTotal ? "total" : ""}`}>
      <div>
        <b>
          {isFull && <Glyph shape="ok" />}
          {number(good)}
        </b>
        <span>{number(ordered)}</span>
      </div>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={100 * Math.min(1, good / Math.max(1, ordered))} height="6" />
      </svg>
    </td>
  );
}

function Detail({ quantities }: { readonly quantities: readonly ProgressQuantity[] }) {
  const { t, number } = useOrdersWords();
  const columns = [
    [t.ordersDesk.ordered, "ordered"],
    [t.order.cutFigure, "cut"],
    [t.ordersDesk.inProgress, "inProgress"],
    [t.ordersDesk.outside, "outside"],
    [t.ordersDesk.repair, "rework"],
    [t.prepare.second, "second"],
    [t.prepare.scrap, "scrap"],
    [t.prepare.good, "good"],
    [t.ordersDesk.left, "left"],
  ] as const;
  return (
    <Scroll name={t.ordersDesk.detail}>
      <table class="rep">
        <thead>
          <tr>
            <th scope="col">{`${t.prepare.size}, ${t.prepare.colour}`}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quantities.map((quantity) => (
            <tr key={`${quantity.size} ${quantity.colour}`}>
              <th scope="row">{`${quantity.size} ${quantity.colour}`}</th>
              {columns.map(([name, field]) => (
                <td key={name}>{number(quantity[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
