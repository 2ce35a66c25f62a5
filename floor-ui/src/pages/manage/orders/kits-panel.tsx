import { useRef } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { orderPath } from "../../../data/desk/order-path.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { drawHex } from "../../../data/draw-hex.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { sum } from "../../prepare/progress-view.ts";
import { Said } from "../../prepare/said.tsx";
import type { OrderReads } from "./order-page.tsx";
import { stylesOf } from "./order-styles.ts";

const KEY_DIGITS = 32;

interface KitsProps {
  readonly reads: OrderReads;
  readonly onChanged: () => void;
}

/** Whole kits: what each style would make, and those that are packed. */
export function KitsPanel({ reads, onChanged }: KitsProps) {
  const { api } = useDesk();
  const { t, number } = useOrdersWords();
  const action = useAction();
  /** Sent, and nobody said what became of it: tried again it bears the same key, and packs once. */
  const unanswered = useRef<{ readonly key: string; readonly kits: number } | null>(null);
  const { kits } = reads.progress;
  const { id } = reads.order;
  if (kits === null) return null;
  const ready = kits.complete - kits.packed;

  async function pack(count: number, said: string) {
    const before = unanswered.current;
    const body = before?.kits === count ? before : { key: drawHex(KEY_DIGITS), kits: count };
    unanswered.current = body;
    const sent = api.write("POST", orderPath(id, "/packings"), body);
    if ((await action.run(sent, said)) !== null) onChanged();
    const answer = await sent;
    if (answer.ok || answer.status !== 0) unanswered.current = null;
  }

  return (
    <Panel
      title={t.packing.kitsTitle}
      aside={
        <span>
          {t.order.kitsPacked({
            packed: number(kits.packed),
            complete: number(kits.complete),
            ordered: number(kits.ordered),
          })}
        </span>
      }
    >
      <p class="about">{t.packing.kitStyles}</p>
      <ul class="kit-styles">
        {stylesOf(reads).map(({ style, name }) => {
          const { perKit = 1 } =
            reads.order.styles.find((each) => each.styleId === style.styleId) ?? {};
          const own = Math.floor(sum(style.quantities, "good") / perKit);
          return <li key={style.styleId}>{t.packing.kitsOfStyle({ style: name, kits: own })}</li>;
        })}
      </ul>
      <div class="row">
        {ready > 0 && (
          <button
            type="button"
            class="plain"
            disabled={action.isBusy}
            onClick={() => void pack(ready, t.order.packDone)}
          >
            {t.order.pack(number(ready))}
          </button>
        )}
        {kits.packed > 0 && (
          <button
            type="button"
            class="link"
            disabled={action.isBusy}
            onClick={() => void pack(-1, t.packing.unpacked)}
          >
            {t.packing.unpack}
          </button>
        )}
      </div>
      <Said outcome={action.outcome} />
    </Panel>
  );
}
