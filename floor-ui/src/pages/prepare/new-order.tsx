import type { Plan, Style } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import type { OrderRow } from "../../data/desk/rows.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useRead } from "../../data/desk/use-read.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CheckField, SelectField, TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { MatrixInput } from "./matrix-input.tsx";
import {
  emptyOrder,
  emptyStyle,
  type OrderDraft,
  piecesOf,
  type StyleDraft,
  toNewOrder,
} from "./order-form.ts";
import { replaced } from "./replaced.ts";
import { Said } from "./said.tsx";

/** A new order: of one style, or of several that make a kit. */
export function NewOrderPanel(props: {
  readonly styles: readonly Style[];
  readonly onTaken: () => void;
}) {
  const { styles, onTaken } = props;
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const [draft, setDraft] = useState(() => emptyOrder(styles[0]?.id ?? ""));
  const set = (part: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...part }));

  async function take() {
    const body = toNewOrder(draft, styles);
    const taken = await action.run(api.write<OrderRow>("POST", "/api/v1/orders", body), "");
    if (taken !== null) onTaken();
  }

  return (
    <Panel title={t.orders.add}>
      <SheetForm onSend={() => void take()}>
        <HeadFields draft={draft} set={set} />
        <LineFields picked={draft.lines} onPick={(lines) => set({ lines })} />
        {draft.styles.map((entry, index) => (
          <StyleFields
            key={index}
            entry={entry}
            styles={styles}
            isKit={draft.isKit}
            onEntry={(next) => set({ styles: replaced(draft.styles, index, next) })}
            onRemove={
              draft.styles.length < 2
                ? null
                : () => set({ styles: draft.styles.filter((_, i) => i !== index) })
            }
          />
        ))}
        {draft.isKit && (
          <button
            type="button"
            class="plain"
            onClick={() =>
              set({ styles: [...draft.styles, emptyStyle(otherStyle(styles, draft))] })
            }
          >
            <DeskIcon name="plus" />
            {t.orders.addStyle}
          </button>
        )}
        <div class="row at-right">
          <button type="submit" class="act" disabled={action.isBusy}>
            {t.orders.take}
          </button>
        </div>
        <Said outcome={action.outcome?.kind === "refused" ? action.outcome : null} />
      </SheetForm>
    </Panel>
  );
}

/** A style that is not in it yet. */
function otherStyle(styles: readonly Style[], { styles: taken }: OrderDraft): string {
  const isFree = ({ id }: Style) => !taken.some(({ styleId }) => styleId === id);
  return (styles.find(isFree) ?? styles[0])?.id ?? "";
}

function HeadFields(props: {
  readonly draft: OrderDraft;
  readonly set: (part: Partial<OrderDraft>) => void;
}) {
  const { draft, set } = props;
  const { t } = useDeskWords();
  return (
    <>
      <div class="row">
        <TextField
          label={t.orders.customer}
          value={draft.customer}
          isRequired={true}
          onText={(customer) => set({ customer })}
        />
        <TextField
          label={t.orders.reference}
          value={draft.reference}
          onText={(reference) => set({ reference })}
        />
        <TextField
          label={t.orders.due}
          type="date"
          value={draft.dueOn}
          isRequired={true}
          onText={(dueOn) => set({ dueOn })}
        />
        <SelectField
          label={t.orders.priority}
          value={draft.priority}
          choices={["", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map((value) => ({
            value,
            label: value === "" ? t.orders.priorityNormal : value,
          }))}
          onPick={(priority) => set({ priority })}
        />
      </div>
      <div class="row">
        <CheckField label={t.orders.isKit} isOn={draft.isKit} onSet={(isKit) => set({ isKit })} />
        {draft.isKit && (
          <TextField label={t.orders.kits} value={draft.kits} onText={(kits) => set({ kits })} />
        )}
      </div>
    </>
  );
}

/** Which lines may sew it; a workshop of one line is not asked. */
function LineFields(props: {
  readonly picked: readonly string[];
  readonly onPick: (lines: readonly string[]) => void;
}) {
  const { picked, onPick } = props;
  const { t } = useDeskWords();
  const lines = useRead<Plan>("/api/v1/plan").value?.lines ?? [];
  if (lines.length < 2) return null;
  return (
    <fieldset class="checks">
      <legend>{t.orders.lines}</legend>
      {lines.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          isOn={picked.includes(id)}
          onSet={(isOn) => onPick(isOn ? [...picked, id] : picked.filter((other) => other !== id))}
        />
      ))}
    </fieldset>
  );
}

function StyleFields(props: {
  readonly entry: StyleDraft;
  readonly styles: readonly Style[];
  readonly isKit: boolean;
  readonly onEntry: (entry: StyleDraft) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { entry, styles, isKit, onEntry, onRemove } = props;
  const { t, number } = useDeskWords();
  const style = styles.find(({ id }) => id === entry.styleId);
  return (
    <fieldset class="sub">
      <legend>{style?.name ?? t.orders.style}</legend>
      <div class="row">
        <SelectField
          label={t.orders.style}
          value={entry.styleId}
          choices={styles.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={(styleId) => onEntry({ ...entry, styleId, cells: {} })}
        />
        {isKit && (
          <TextField
            label={t.orders.perKit}
            value={entry.perKit}
            onText={(perKit) => onEntry({ ...entry, perKit })}
          />
        )}
        <p class="figure">
          <b>{number(piecesOf(entry))}</b> {t.prepare.pieces(piecesOf(entry))}
        </p>
        {onRemove !== null && (
          <button type="button" class="plain" onClick={onRemove}>
            {t.orders.removeStyle}
          </button>
        )}
      </div>
      {style !== undefined && (
        <MatrixInput
          style={style}
          cells={entry.cells}
          onCell={(key, text) => onEntry({ ...entry, cells: { ...entry.cells, [key]: text } })}
        />
      )}
    </fieldset>
  );
}
