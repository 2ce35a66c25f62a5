import { CHECK_LETTERS } from "@trame/shared";
import { useState } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { CodeKeypad } from "../../ui/station/code-keypad.tsx";
import { CameraView } from "./camera-view.tsx";
import { entryState } from "./code-state.ts";
import { useDesk } from "./desk.ts";

const LETTERS = ["P", ...CHECK_LETTERS].filter((sign, at, all) => all.indexOf(sign) === at).sort();

/** A camera beside keys as large as a thumb. `hint` says what the code looks like; what is typed is scanned where `onTyped` does not take it. */
export function CodeEntry(props: {
  readonly hint: string;
  readonly onTyped?: (text: string) => void;
}) {
  const { model } = useDesk();
  const { hint, onTyped = (typed) => void model.scan(typed, "hand") } = props;
  const { station } = useI18n().t;
  const [text, setText] = useState("");
  const state = entryState(text);
  const send = () => {
    if (state === "whole") onTyped(text);
  };
  return (
    <div class="code-entry">
      <CameraView />
      <form
        class="typed"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label>
          <span class="vh">{station.typeLabel}</span>
          {/* The keys below are ours: the tablet's own would hide half the screen. */}
          <input
            class="code"
            type="text"
            inputMode="none"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={20}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value.toUpperCase())}
          />
        </label>
        <p class="hint" role="status">
          {state === "wrong" ? station.typeWrong : hint}
        </p>
        <CodeKeypad
          letters={LETTERS}
          words={{ erase: station.erase, dash: station.dash }}
          onSign={(sign) => setText(text + sign)}
          onErase={() => setText(text.slice(0, -1))}
        />
        <BigButton
          icon="check"
          label={station.typeGo}
          weight="main"
          isDisabled={state !== "whole"}
          onPress={send}
        />
      </form>
    </div>
  );
}
