import type { ComponentChildren } from "preact";
import type { Draft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Waiting } from "../../prepare/said.tsx";
import { SaveBar, type SaveBarProps } from "./save-bar.tsx";

export interface SavingFormProps<Value> extends Omit<SaveBarProps<Value>, "children"> {
  /** Beside the summary. */
  readonly aside?: ComponentChildren;
  readonly children: (value: Value) => ComponentChildren;
}

/** A form over something that is written back whole, with what will change under it. */
export function SavingForm<Value>(props: SavingFormProps<Value>) {
  const { draft, tell, since, aside, children } = props;
  const { t } = useSettingsWords();
  if (draft.value === null) return <Waiting reading={draft} />;
  return (
    <form
      class="se-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.isChanged) void draft.save(t.settings.saved);
      }}
    >
      {children(draft.value)}
      <SaveBar draft={draft as Draft<Value>} tell={tell} since={since}>
        {aside}
      </SaveBar>
    </form>
  );
}
