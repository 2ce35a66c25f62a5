import type { Colour, Routing } from "@trame/shared";
import type { ProgressQuantity, StyleProgress } from "../../data/desk/rows.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Bar } from "../../ui/desk/bar.tsx";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { Scroll } from "../../ui/desk/scroll.tsx";
import { axesOf, type OperationRow, operationRows, sum } from "./progress-view.ts";

/** Size × colour: good of ordered, and below it what is cut, in progress and left. */
export function QuantitiesPanel(props: {
  readonly title: string;
  readonly style: StyleProgress;
  readonly colours: readonly Colour[];
}) {
  const { title, style, colours } = props;
  const { t, number } = useDeskWords();
  const { quantities } = style;
  const { sizes, colours: names } = axesOf(quantities);
  const good = sum(quantities, "good");
  const ordered = sum(quantities, "ordered");
  return (
    <Panel
      title={title}
      aside={<span>{t.orders.doneOf({ done: good, of: number(ordered) })}</span>}
    >
      <Scroll name={title}>
        <table class="matrix">
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  <Swatch colour={colours.find((colour) => colour.name === name)} />
                  {name}
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
                  {names.map((name) => (
                    <Cell key={name} quantities={row.filter(({ colour }) => colour === name)} />
                  ))}
                  {names.length > 1 && <Cell quantities={row} />}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p class="about">{t.order.matrixHint}</p>
    </Panel>
  );
}

function Swatch({ colour }: { readonly colour: Colour | undefined }) {
  if (colour?.swatch === undefined) return null;
  return <i class="dot" style={{ background: colour.swatch }} aria-hidden="true" />;
}

function Cell({ quantities }: { readonly quantities: readonly ProgressQuantity[] }) {
  const { t, number } = useDeskWords();
  if (quantities.length === 0) return <td class="vacant" />;
  const good = sum(quantities, "good");
  const ordered = sum(quantities, "ordered");
  const isDone = good >= ordered;
  const words = t.order.cell({
    cut: number(sum(quantities, "cut")),
    inProgress: number(sum(quantities, "inProgress")),
    left: number(sum(quantities, "left")),
  });
  return (
    <td class={isDone ? "complete" : ""}>
      <span class="pair-of">
        <b>
          {isDone && <DeskIcon name="check" />}
          {number(good)}
        </b>
        <span>{number(ordered)}</span>
      </span>
      <Bar done={good} of={ordered} label={t.orders.doneOf({ done: good, of: number(ordered) })} />
      <small>{words}</small>
    </td>
  );
}

/** En-cours of each operation, with what it did. */
export function OperationsPanel(props: {
  readonly title: string;
  readonly style: StyleProgress;
  readonly routing: Routing | null;
}) {
  const { title, style, routing } = props;
  const { t } = useDeskWords();
  const cut = sum(style.quantities, "cut");
  const rows = operationRows(style.operations, { cut, routing });
  return (
    <Panel title={title} aside={<span>{t.order.version(style.routingVersion)}</span>}>
      <Scroll name={title}>
        <table class="list tight">
          <thead>
            <tr>
              <th scope="col">{t.order.operation}</th>
              <th scope="col" class="amount">
                {t.order.inProcess}
              </th>
              <th scope="col" class="amount">
                {t.prepare.good}
              </th>
              <th scope="col" class="amount">
                {t.prepare.rework}
              </th>
              <th scope="col" class="amount">
                {t.prepare.second}
              </th>
              <th scope="col" class="amount">
                {t.prepare.scrap}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <OperationLine key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

function OperationLine({ row }: { readonly row: OperationRow }) {
  const { t, number, words } = useDeskWords();
  return (
    <tr>
      <th scope="row">
        <span class="op-code">{row.code}</span> {words(row.label)}
        {row.deduced > 0 && <small>{t.order.deduced(row.deduced)}</small>}
      </th>
      <td class="amount">{number(row.inProcess)}</td>
      <td class="amount">{number(row.good)}</td>
      <td class="amount">{number(row.rework)}</td>
      <td class="amount">{number(row.second)}</td>
      <td class="amount">{number(row.scrap)}</td>
    </tr>
  );
}
