import type { ComponentChildren } from "preact";
import { type Faults, faultsOf } from "../../../data/settings/faults.ts";
import { mergeChanges } from "../../../data/settings/merge.ts";
import { useDraft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { SavingForm } from "./saving-form.tsx";

export interface SettingPanelProps<Value> {
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  /** What differs between two states, in sentences. */
  readonly tell: (before: Value, after: Value) => readonly string[];
  readonly children: (
    value: Value,
    edit: (value: Value) => void,
    faults: Faults,
  ) => ComponentChildren;
}

/** One setting with an address of its own: its fields, and what will change. */
export function SettingPanel<Value>(props: SettingPanelProps<Value>) {
  const { title, lead, address, tell, children } = props;
  const { t } = useSettingsWords();
  const draft = useDraft<Value>({
    readAt: address,
    writeAt: address,
    take: (answer: Value) => answer,
    body: (value) => value,
    merge: mergeChanges,
  });
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  return (
    <Panel title={title}>
      <p class="about">{lead}</p>
      <SavingForm draft={draft} tell={tell}>
        {(value) => children(value, draft.edit, faults)}
      </SavingForm>
    </Panel>
  );
}
