import { EXPORT_FILTERS, type ExportKind, type Style } from "@trame/shared";
import type { OrderRow } from "../../../data/desk/rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useScreen } from "../../../data/screen-context.ts";
import { useExportsWords } from "../../../i18n/exports.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import type { Narrowed } from "./spans.ts";

export interface NarrowChoiceProps {
  readonly kind: ExportKind;
  readonly narrowed: Narrowed;
  readonly onPick: (narrowed: Narrowed) => void;
}

/** Of which line, order or style, where the kind says something of them. */
export function NarrowChoice({ kind, narrowed, onPick }: NarrowChoiceProps) {
  const { t } = useExportsWords();
  const { store } = useScreen().picture;
  const orders = useRead<{ orders: OrderRow[] }>("/api/v1/orders?state=all");
  const can = EXPORT_FILTERS[kind];
  const lines = store.head.value?.lineIds ?? [];
  const all = { value: "", label: t.exports.wholeWorkshop };
  const known = orders.value?.orders ?? [];
  const isKnown = narrowed.order === null || known.some(({ id }) => id === narrowed.order);
  const ids = [...(isKnown ? [] : [narrowed.order ?? ""]), ...known.map(({ id }) => id)];
  if (can.length === 0) return null;
  return (
    <fieldset class="ex-choice">
      <legend>{t.exports.narrow}</legend>
      <div class="ex-dates">
        {can.includes("line") && lines.length > 1 && (
          <SelectField
            label={t.exports.line}
            value={narrowed.line ?? ""}
            choices={[
              all,
              ...lines.map((id) => ({ value: id, label: store.line(id)?.value.name ?? id })),
            ]}
            onPick={(line) => onPick({ ...narrowed, line: line || null })}
          />
        )}
        {can.includes("order") && (
          <SelectField
            label={t.exports.order}
            value={narrowed.order ?? ""}
            choices={[
              kind === "story" ? { value: "", label: t.exports.chooseOrder } : all,
              ...ids.map((id) => ({ value: id, label: t.exports.orderOf(id) })),
            ]}
            onPick={(order) => onPick({ ...narrowed, order: order || null })}
          />
        )}
        {can.includes("style") && (
          <StyleChoice style={narrowed.style} onPick={(style) => onPick({ ...narrowed, style })} />
        )}
      </div>
    </fieldset>
  );
}

function StyleChoice(props: {
  readonly style: string | null;
  readonly onPick: (style: string | null) => void;
}) {
  const { t } = useExportsWords();
  const styles = useRead<{ styles: Style[] }>("/api/v1/styles");
  return (
    <SelectField
      label={t.exports.style}
      value={props.style ?? ""}
      choices={[
        { value: "", label: t.exports.wholeWorkshop },
        ...(styles.value?.styles ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onPick={(style) => props.onPick(style || null)}
    />
  );
}
