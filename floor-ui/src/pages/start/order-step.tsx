import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { OrderRow } from "../../data/desk/rows.ts";
import type { OrderDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { CellNumber, TextField } from "../../ui/desk/fields.tsx";
import { cellOf, firstOrderOf, piecesIn, rangeOf } from "./order-of.ts";
import { StepForm } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

/** A first order: style, routing and order, each made once, however often an answer is lost on the way. */
export function OrderStep({ start }: { readonly start: Start }) {
  const { api } = useDesk();
  const { order: words } = useStartWords().t;
  const [fault, setFault] = useState<string | null>(null);
  const { order } = start.draft;
  const keep = (part: Partial<OrderDraft>) =>
    start.set({ order: { ...start.draft.order, ...part } });

  async function send() {
    const { style, routing, order: asked } = firstOrderOf(start.draft);
    const path = `/api/v1/styles/${encodeURIComponent(style.id)}`;
    if ((await start.ask(api.write("PUT", path, style))) === null) return;
    let made: OrderDraft = { ...order, styleId: style.id };
    start.set({ order: made });
    if (!made.hasRouting) {
      if ((await start.ask(api.write("POST", "/api/v1/routings", routing))) === null) return;
      made = { ...made, hasRouting: true };
      start.set({ order: made });
    }
    const listed = await start.ask(api.read<{ orders: OrderRow[] }>("/api/v1/orders"));
    if (listed === null) return;
    const there = listed.orders.find(({ styles }) => styles[0]?.styleId === style.id);
    const taken = there ?? (await start.ask(api.write<OrderRow>("POST", "/api/v1/orders", asked)));
    if (taken !== null) start.next({ order: { ...made, orderId: taken.id } });
  }

  function goOn() {
    if (order.orderId !== null) {
      start.next();
      return;
    }
    const found = faultOf(order, words);
    setFault(found);
    if (found === null) void send();
  }

  return (
    <StepForm
      start={start}
      question={words.question}
      hint={words.hint}
      fault={fault}
      onNext={goOn}
      {...(order.orderId === null && { onSkip: () => start.next() })}
    >
      <fieldset class="st-bare" disabled={order.orderId !== null}>
        <OrderFields order={order} keep={keep} />
        <Quantities order={order} keep={keep} />
      </fieldset>
    </StepForm>
  );
}

interface Fields {
  readonly order: OrderDraft;
  readonly keep: (part: Partial<OrderDraft>) => void;
}

function OrderFields({ order, keep }: Fields) {
  const { order: words } = useStartWords().t;
  return (
    <>
      <TextField
        label={words.style}
        value={order.style}
        isRequired={true}
        max={120}
        onText={(style) => keep({ style })}
      />
      <div class="row st-pair">
        <TextField
          label={words.sizes}
          hint={words.sizesHint}
          value={order.sizes}
          onText={(sizes) => keep({ sizes })}
        />
        <TextField
          label={words.colours}
          hint={words.coloursHint}
          value={order.colours}
          onText={(colours) => keep({ colours })}
        />
      </div>
      <div class="row st-pair">
        <TextField
          label={words.customer}
          value={order.customer}
          max={120}
          onText={(customer) => keep({ customer })}
        />
        <TextField
          label={words.due}
          type="date"
          value={order.dueOn}
          onText={(dueOn) => keep({ dueOn })}
        />
      </div>
    </>
  );
}

function Quantities({ order, keep }: Fields) {
  const { order: words } = useStartWords().t;
  const { sizes, colours } = rangeOf(order);
  if (sizes.length === 0 || colours.length === 0) return null;
  return (
    <div class="scroll">
      <table class="matrix-input">
        <caption>
          {words.pieces}
          {" · "}
          {words.total(piecesIn(order))}
        </caption>
        <thead>
          <tr>
            <td />
            {colours.map((colour) => (
              <th key={colour} scope="col">
                {colour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size}>
              <th scope="row">{size}</th>
              {colours.map((colour) => (
                <td key={colour}>
                  <CellNumber
                    name={words.cell(size, colour)}
                    value={order.cells[cellOf(size, colour)] ?? ""}
                    onText={(text) =>
                      keep({ cells: { ...order.cells, [cellOf(size, colour)]: text } })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OrderWords {
  readonly noStyle: string;
  readonly noRange: string;
  readonly noCustomer: string;
  readonly noDue: string;
  readonly noPieces: string;
}

/** The first thing to mend, in words. */
function faultOf(order: OrderDraft, words: OrderWords): string | null {
  const { sizes, colours } = rangeOf(order);
  if (order.style.trim() === "") return words.noStyle;
  if (sizes.length === 0 || colours.length === 0) return words.noRange;
  if (order.customer.trim() === "") return words.noCustomer;
  if (order.dueOn === "") return words.noDue;
  return piecesIn(order) === 0 ? words.noPieces : null;
}
