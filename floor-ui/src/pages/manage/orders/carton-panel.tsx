import type { CartonStock } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { orderPath } from "../../../data/desk/order-path.ts";
import type { CartonRow } from "../../../data/desk/order-rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { drawHex } from "../../../data/draw-hex.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { CellNumber } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Scroll } from "../../../ui/desk/scroll.tsx";
import { SheetForm } from "../../../ui/desk/sheet-form.tsx";
import { enterGoesDown } from "../../prepare/enter-goes-down.ts";
import { Said } from "../../prepare/said.tsx";
import {
  type CartonDraft,
  type CartonLine,
  cartonLines,
  contentOf,
  everythingLeft,
} from "./carton-form.ts";
import { lineName } from "./carton-names.ts";
import type { OrderReads } from "./order-page.tsx";

const KEY_DIGITS = 32;

interface CartonProps {
  readonly reads: OrderReads;
  readonly stock: CartonStock;
  readonly onMade: () => void;
}

/** What is complete, and what of it goes into the next carton. */
export function CartonPanel({ reads, stock, onMade }: CartonProps) {
  const { api } = useDesk();
  const { t } = useOrdersWords();
  const action = useAction();
  // A carton that is sent twice, because an answer was lost, is made once.
  const [key, setKey] = useState(() => drawHex(KEY_DIGITS));
  const [draft, setDraft] = useState<CartonDraft>({});
  const { order } = reads;
  const lines = cartonLines(stock);
  const content = contentOf(lines, draft);
  const isClosed = order.state === "closed";
  const isNothing = lines.every(({ left }) => left === 0);

  async function send() {
    if (content === null) return;
    const sent = await api.write<CartonRow>("POST", orderPath(order.id, "/cartons"), {
      key,
      ...content,
    });
    const said = sent.ok ? t.packing.closed(sent.value.number) : "";
    if ((await action.run(Promise.resolve(sent), said)) === null) return;
    setKey(drawHex(KEY_DIGITS));
    setDraft({});
    onMade();
  }

  return (
    <Panel title={t.packing.complete}>
      <p class="about">{stock.kind === "kits" ? t.packing.kitsHint : t.packing.completeHint}</p>
      <SheetForm onSend={() => void send()}>
        <Scroll name={t.packing.complete}>
          <StockTable
            {...{ reads, lines, draft }}
            isKits={stock.kind === "kits"}
            canPack={!isClosed}
            onDraft={setDraft}
          />
        </Scroll>
        {isNothing && <p class="about">{t.packing.nothing}</p>}
        {!isClosed && !isNothing && (
          <div class="row at-right">
            <button type="button" class="plain" onClick={() => setDraft(everythingLeft(lines))}>
              {t.packing.fill}
            </button>
            <button type="submit" class="act" disabled={action.isBusy || content === null}>
              <DeskIcon name="packages" />
              {t.packing.close}
            </button>
          </div>
        )}
        <Said outcome={action.outcome} />
      </SheetForm>
    </Panel>
  );
}

interface TableProps {
  readonly reads: OrderReads;
  readonly lines: readonly CartonLine[];
  readonly draft: CartonDraft;
  readonly isKits: boolean;
  readonly canPack: boolean;
  readonly onDraft: (draft: CartonDraft) => void;
}

function StockTable({ reads, lines, draft, isKits, canPack, onDraft }: TableProps) {
  const { t, number } = useOrdersWords();
  const heads = [
    isKits ? t.packing.kitsOrdered : t.ordersDesk.ordered,
    isKits ? t.packing.kitsComplete : t.packing.isComplete,
    t.packing.inCartons,
    t.packing.left,
    ...(canPack ? [t.packing.into] : []),
  ];
  return (
    <table class="list tight stock">
      <thead>
        <tr>
          <th scope="col">{isKits ? t.packing.kit : `${t.prepare.size}, ${t.prepare.colour}`}</th>
          {heads.map((head) => (
            <th key={head} scope="col" class="amount">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = lineName(line, reads, t.packing.kit);
          return (
            <tr key={line.key}>
              <th scope="row">{name}</th>
              <td class="amount" data-label={heads[0]}>
                {number(line.ordered)}
              </td>
              <td class="amount" data-label={heads[1]}>
                {number(line.complete)}
              </td>
              <td class="amount" data-label={heads[2]}>
                {number(line.inCartons)}
              </td>
              <td class="amount" data-label={heads[3]}>
                <b>{number(line.left)}</b>
              </td>
              {canPack && (
                <td class="amount into" data-label={line.left > 0 ? heads[4] : undefined}>
                  {line.left > 0 && (
                    <CellNumber
                      name={t.packing.intoOf(name)}
                      value={draft[line.key] ?? ""}
                      onText={(text) => onDraft({ ...draft, [line.key]: text })}
                      onKeyDown={enterGoesDown}
                    />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
