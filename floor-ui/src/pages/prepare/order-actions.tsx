import type { OrderState } from "@trame/shared";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { OrderProgress, OrderRow } from "../../data/desk/rows.ts";
import { type Outcome, useAction } from "../../data/desk/use-action.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { Said } from "./said.tsx";

interface ActionProps {
  readonly order: OrderRow;
  readonly progress: OrderProgress;
  readonly onChanged: () => void;
}

/** Where an order may go by hand. */
const NEXT: Readonly<Record<OrderState, readonly ("released" | "prepared" | "closed")[]>> = {
  prepared: ["released"],
  released: ["prepared", "closed"],
  running: ["closed"],
  done: ["closed"],
  closed: [],
};

/** Where an order may go next: released, taken back, closed. */
export function OrderActions({ order, progress, onChanged }: ActionProps) {
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const canWrite = useCan("orders.write");
  const { state } = progress;
  const path = `/api/v1/orders/${encodeURIComponent(order.id)}`;

  async function move(next: "released" | "prepared" | "closed", isGivenUp = false) {
    const said = t.order.moved[next];
    const body = { state: next, ...(isGivenUp && { abandon: true }) };
    const moved = await action.run(api.write("PATCH", path, body), said);
    if (moved !== null) onChanged();
  }

  return (
    <>
      <div class="row">
        {(canWrite ? NEXT[state] : []).map((next) => (
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
