import { type ComponentChildren, Fragment } from "preact";
import { useState } from "preact/hooks";
import type { Draft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Waiting } from "../../prepare/said.tsx";
import { SaveBar, type SaveBarProps } from "./save-bar.tsx";
import { Unread, useUnreadFields } from "./unread.ts";

export interface SavingFormProps<Value> extends Omit<SaveBarProps<Value>, "children" | "isUnread"> {
  /** Beside the summary. */
  readonly aside?: ComponentChildren;
  readonly children: (value: Value) => ComponentChildren;
}

/** A form over something that is written back whole, with what will change under it. */
export function SavingForm<Value>(props: SavingFormProps<Value>) {
  const { draft, tell, since, aside, children } = props;
  const { t } = useSettingsWords();
  const { isUnread, mark } = useUnreadFields();
  const [round, setRound] = useState(0);
  function undo() {
    draft.undo();
    // Fields are made anew: what could not be read in them goes too.
    setRound((before) => before + 1);
  }
  if (draft.value === null) return <Waiting reading={draft} />;
  return (
    <form
      class="se-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.isChanged && !isUnread) void draft.save(t.settings.saved);
      }}
    >
      <Unread.Provider value={mark}>
        <Fragment key={round}>{children(draft.value)}</Fragment>
      </Unread.Provider>
      <SaveBar
        draft={{ ...(draft as Draft<Value>), undo }}
        tell={tell}
        since={since}
        isUnread={isUnread}
      >
        {aside}
      </SaveBar>
    </form>
  );
}
