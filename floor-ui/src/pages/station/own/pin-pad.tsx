import { useState } from "preact/hooks";
import { useI18n } from "../../../i18n/i18n.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { LineIcon } from "../../../ui/station/line-icon.tsx";

const PIN = /^\d{4,8}$/;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Digits as large as a thumb; what is typed is not shown. */
export function PinPad(props: { readonly onPin: (pin: string) => void }) {
  const { t } = useOwnWords();
  const { station } = useI18n().t;
  const [pin, setPin] = useState("");
  const press = (digit: string) => setPin((before) => (before + digit).slice(0, 8));
  const key = (digit: string) => (
    <button key={digit} type="button" class="b" onClick={() => press(digit)}>
      {digit}
    </button>
  );
  return (
    <form
      class="pin-pad"
      onSubmit={(event) => {
        event.preventDefault();
        if (!PIN.test(pin)) return;
        setPin("");
        props.onPin(pin);
      }}
    >
      <label>
        <span class="vh">{t.pinField}</span>
        <input
          class="code"
          type="password"
          inputMode="none"
          autocomplete="off"
          maxLength={8}
          value={pin}
          onInput={({ currentTarget }) => setPin(currentTarget.value.replaceAll(/\D/g, ""))}
        />
      </label>
      <div class="digits">
        {KEYS.map(key)}
        <span />
        {key("0")}
        <button
          type="button"
          class="b"
          aria-label={station.erase}
          onClick={() => setPin((before) => before.slice(0, -1))}
        >
          <LineIcon name="delete" />
        </button>
      </div>
      <button type="submit" class="b main" disabled={!PIN.test(pin)}>
        <LineIcon name="check" />
        <span>{t.pinGo}</span>
      </button>
    </form>
  );
}
