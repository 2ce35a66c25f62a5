import type { Routing, Style } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { CellText } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { replaced } from "./replaced.ts";
import { nextOperation, type PartDraft, toRouting, toRoutingDraft } from "./routing-form.ts";
import { RoutingTable } from "./routing-table.tsx";
import { Said } from "./said.tsx";

/** How a style is sewn. Saving makes the next version; orders keep the one that they began with. */
export function RoutingPanel(props: {
  readonly style: Style;
  /** Ascending. */
  readonly versions: readonly Routing[];
  readonly onSaved: () => void;
}) {
  const { style, versions, onSaved } = props;
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const latest = versions.at(-1) ?? null;
  const [draft, setDraft] = useState(() => toRoutingDraft(latest));
  const [unread, setUnread] = useState<readonly string[]>([]);

  async function save() {
    const made = toRouting(style.id, draft);
    setUnread(made.ok ? [] : made.unread);
    if (!made.ok) return;
    const sent = api.write<Routing>("POST", "/api/v1/routings", made.routing);
    if ((await action.run(sent, t.routing.saved)) !== null) onSaved();
  }

  return (
    <Panel
      title={t.routing.title(style.name)}
      aside={<span>{latest === null ? "" : t.order.version(latest.version)}</span>}
    >
      <p class="about">{t.routing.lead}</p>
      <SheetForm onSend={() => void save()}>
        <RoutingTable
          operations={draft.operations}
          onOperations={(operations) => setDraft({ ...draft, operations })}
        />
        <button
          type="button"
          class="plain"
          onClick={() =>
            setDraft({
              ...draft,
              operations: [...draft.operations, nextOperation(draft.operations)],
            })
          }
        >
          <DeskIcon name="plus" />
          {t.routing.add}
        </button>
        <PartsFields parts={draft.parts} onParts={(parts) => setDraft({ ...draft, parts })} />
        <div class="row at-right">
          <button type="submit" class="act" disabled={action.isBusy}>
            {latest === null ? t.routing.saveFirst : t.routing.save(latest.version + 1)}
          </button>
        </div>
        {unread.length > 0 && <p class="fault">{t.routing.unread(unread.join(", "))}</p>}
        <Said outcome={action.outcome} />
      </SheetForm>
    </Panel>
  );
}

/** Components with tickets of their own. */
function PartsFields(props: {
  readonly parts: readonly PartDraft[];
  readonly onParts: (parts: readonly PartDraft[]) => void;
}) {
  const { parts, onParts } = props;
  const { t } = useDeskWords();
  return (
    <fieldset class="sub">
      <legend>{t.routing.parts}</legend>
      <p class="about">{t.routing.partsHint}</p>
      {parts.map((part, index) => (
        <p class="row" key={index}>
          <CellText
            name={t.routing.partCode(index + 1)}
            value={part.code}
            onText={(code) => onParts(replaced(parts, index, { ...part, code }))}
          />
          <CellText
            name={t.routing.partLabel(index + 1)}
            value={part.fr}
            size={20}
            onText={(fr) => onParts(replaced(parts, index, { ...part, fr }))}
          />
          <CellText
            name={t.routing.partEnglish(index + 1)}
            value={part.en}
            size={20}
            onText={(en) => onParts(replaced(parts, index, { ...part, en }))}
          />
        </p>
      ))}
      <button
        type="button"
        class="plain"
        onClick={() => onParts([...parts, { code: "", fr: "", en: "" }])}
      >
        <DeskIcon name="plus" />
        {t.routing.addPart}
      </button>
    </fieldset>
  );
}
