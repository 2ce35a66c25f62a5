import type { OrderState } from "@trame/shared";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { OrderProgress, OrderRow } from "../../data/desk/rows.ts";
import { type Outcome, useAction } from "../../data/desk/use-action.ts";
import { drawHex } from "../../data/draw-hex.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Bar } from "../../ui/desk/bar.tsx";
import { orderTotals } from "./progress-view.ts";
import { Said } from "./said.tsx";

const KEY_DIGITS = 32;

export interface OrderHeadProps {
  readonly order: OrderRow;
  readonly progress: OrderProgress;
  readonly onChanged: () => void;
}

/** Who it is for, how far it is, and where it may go next. */
export function OrderHead({ order, progress, onChanged }: OrderHeadProps) {
  const { t, number, day } = useDeskWords();
  const totals = orderTotals(progress);
  const { kits, state } = progress;
  const doneOf = t.orders.doneOf({ done: totals.good, of: number(totals.ordered) });
  return (
    <section class="panel order-head">
      <dl class="figures">
        <Figure name={t.orders.customer} value={order.customer} />
        {order.reference !== undefined && (
          <Figure name={t.orders.reference} value={order.reference} />
        )}
        <Figure name={t.orders.due} value={day(order.dueOn)} />
        <Figure name={t.orders.state} value={t.orders.states[state]} />
        <Figure name={t.order.cutFigure} value={number(totals.cut)} />
        {kits !== null && (
          <Figure
            name={t.order.kits}
            value={t.order.kitsPacked({
              packed: number(kits.packed),
              complete: number(kits.complete),
              ordered: number(kits.ordered),
            })}
          />
        )}
        <Figure name={t.orders.progress} value={doneOf} />
      </dl>
      <Bar done={totals.good} of={totals.ordered} label={doneOf} />
      <OrderActions order={order} progress={progress} onChanged={onChanged} />
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Where an order may go by hand. */
const NEXT: Readonly<Record<OrderState, readonly ("released" | "prepared" | "closed")[]>> = {
  prepared: ["released"],
  released: ["prepared", "closed"],
  running: ["closed"],
  done: ["closed"],
  closed: [],
};

function OrderActions({ order, progress, onChanged }: OrderHeadProps) {
  const { api } = useDesk();
  const { t, number } = useDeskWords();
  const action = useAction();
  const { kits, state } = progress;
  const path = `/api/v1/orders/${encodeURIComponent(order.id)}`;
  const ready = kits === null ? 0 : kits.complete - kits.packed;

  async function move(next: "released" | "prepared" | "closed", isGivenUp = false) {
    const said = t.order.moved[next];
    const body = { state: next, ...(isGivenUp && { abandon: true }) };
    const moved = await action.run(api.write("PATCH", path, body), said);
    if (moved !== null) onChanged();
  }
  async function pack() {
    const body = { key: drawHex(KEY_DIGITS), kits: ready };
    const sent = api.write("POST", `${path}/packings`, body);
    if ((await action.run(sent, t.order.packDone)) !== null) onChanged();
  }

  return (
    <>
      <div class="row">
        {NEXT[state].map((next) => (
          <button
            key={next}
            type="button"
            class={next === "released" || state === "done" ? "act" : "plain"}
            disabled={action.isBusy}
            onClick={() => void move(next)}
          >
            {t.order.move[next]}
          </button>
        ))}
        {ready > 0 && (
          <button type="button" class="plain" disabled={action.isBusy} onClick={() => void pack()}>
            {t.order.pack(number(ready))}
          </button>
        )}
      </div>
      {isNotEmpty(action.outcome) ? (
        <GivingUp
          isOff={action.isBusy}
          onYes={() => void move("closed", true)}
          onNo={action.clear}
        />
      ) : (
        <Said outcome={action.outcome} />
      )}
    </>
  );
}

/** Whether closing was refused since bundles are in progress. */
function isNotEmpty(outcome: Outcome | null): boolean {
  return outcome?.kind === "refused" && outcome.refusal.code === "order-not-empty";
}

/** What closing an order with bundles in progress would come to. */
function GivingUp(props: {
  readonly isOff: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { isOff, onYes, onNo } = props;
  const { t } = useDeskWords();
  return (
    <div role="alert" class="refusal">
      <p>{t.order.giveUpSure}</p>
      <div class="row">
        <button type="button" class="plain" disabled={isOff} onClick={onYes}>
          {t.order.giveUp}
        </button>
        <button type="button" class="plain" disabled={isOff} onClick={onNo}>
          {t.order.giveUpNo}
        </button>
      </div>
    </div>
  );
}
