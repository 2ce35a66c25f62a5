import type { ComponentChildren } from "preact";
import { useDesk } from "../../../data/desk/desk-context.ts";
import { orderPath } from "../../../data/desk/order-path.ts";
import type { CartonRow, CartonRows } from "../../../data/desk/order-rows.ts";
import { useAction } from "../../../data/desk/use-action.ts";
import { useCan } from "../../../data/session/use-session.ts";
import { useOrdersWords } from "../../../i18n/manage-orders.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { AskAgain } from "../../prepare/ask-again.tsx";
import { Said } from "../../prepare/said.tsx";
import { lineName } from "./carton-names.ts";
import type { OrderReads } from "./order-page.tsx";

interface ListProps {
  readonly reads: OrderReads;
  readonly rows: CartonRows;
  readonly onChanged: () => void;
}

/** The cartons of an order, the newest first, with their labels and the packing list. */
export function CartonList({ reads, rows, onChanged }: ListProps) {
  const { api } = useDesk();
  const { t, language } = useOrdersWords();
  const action = useAction();
  const { id, state } = reads.order;
  const { cartons } = rows;
  const closed = cartons.filter(({ openedAt }) => openedAt === null);
  const canOpen = useCan("orders.write") && state !== "closed";

  async function open(number: number) {
    const sent = api.write("POST", orderPath(id, `/cartons/${number}/undo`), {});
    if ((await action.run(sent, t.packing.opened(number))) !== null) onChanged();
  }

  return (
    <Panel title={t.packing.cartons} aside={<span>{closed.length}</span>}>
      {closed.length > 0 && (
        <p class="row">
          <Paper href={orderPath(id, `/packing-list.pdf?lang=${language}`)} text={t.packing.list} />
          <Paper
            href={orderPath(id, `/carton-labels.pdf?lang=${language}`)}
            text={t.packing.labels}
          />
        </p>
      )}
      <Said outcome={action.outcome} />
      {cartons.length === 0 && <p class="about">{t.packing.none}</p>}
      {cartons.length > 0 && (
        <table class="list cartons">
          <thead>
            <tr>
              <th scope="col">{t.packing.number}</th>
              <th scope="col">{t.packing.content}</th>
              <th scope="col">{t.packing.closedAt}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {cartons.toReversed().map((carton) => (
              <CartonLineRow key={carton.number} carton={carton} reads={reads}>
                {canOpen && (
                  <AskAgain
                    label={t.packing.open}
                    name={t.packing.openOf(carton.number)}
                    question={t.packing.openSure}
                    yes={t.packing.openYes}
                    no={t.packing.openNo}
                    isOff={action.isBusy}
                    onYes={() => void open(carton.number)}
                  />
                )}
              </CartonLineRow>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Paper({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a class="plain" href={href} target="_blank" rel="noreferrer">
      <DeskIcon name="printer" />
      {text}
    </a>
  );
}

interface RowProps {
  readonly carton: CartonRow;
  readonly reads: OrderReads;
  /** What opens it again. */
  readonly children: ComponentChildren;
}

function CartonLineRow({ carton, reads, children }: RowProps) {
  const { t, language, number: format, dayMonthAt, time } = useOrdersWords();
  const { number, packedAt, openedAt, content } = carton;
  const when = (at: number) => `${dayMonthAt(at)} ${time(at)}`;
  const ofKits = content.kits.map((line) => ({
    what: lineName({ styleId: null, size: line.size, colour: null }, reads, t.packing.kit),
    amount: line.kits,
  }));
  const ofPieces = content.pieces.map((line) => ({
    what: lineName(line, reads, t.packing.kit),
    amount: line.pieces,
  }));
  const lines = [...ofKits, ...ofPieces];
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <tr class={openedAt === null ? "" : "void"}>
      <th scope="row">{number}</th>
      <td>
        <b>{ofKits.length > 0 ? t.packing.kits(total) : t.packing.pieces(total)}</b>
        <small>
          {lines
            .map(({ what, amount }) => t.packing.line({ what, amount: format(amount) }))
            .join(" · ")}
        </small>
      </td>
      <td>
        {when(packedAt)}
        {openedAt !== null && <small>{t.packing.openedAt(when(openedAt))}</small>}
      </td>
      <td class="line-tools">
        {openedAt === null && (
          <span class="row at-right tight">
            <a
              class="link"
              href={orderPath(
                reads.order.id,
                `/carton-labels.pdf?number=${number}&lang=${language}`,
              )}
              target="_blank"
              rel="noreferrer"
              aria-label={t.packing.labelOf(number)}
            >
              {t.packing.label}
            </a>
            {children}
          </span>
        )}
      </td>
    </tr>
  );
}
