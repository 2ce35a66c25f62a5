import { useEffect, useMemo } from "preact/hooks";
import { browserTimer } from "../../data/timer.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { createOneSwitch } from "./one-switch.ts";

/** The space key, or one button as wide as the screen: a press goes on, a long one chooses. */
export function SwitchKey() {
  const { station } = useI18n().t;
  const one = useMemo(() => createOneSwitch(controls, browserTimer), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== "Space" || event.target instanceof HTMLInputElement) return;
      // Otherwise the browser presses the button that has the focus.
      event.preventDefault();
      if (event.type === "keyup") one.up();
      else if (!event.repeat) one.down();
    };
    addEventListener("keydown", onKey);
    addEventListener("keyup", onKey);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("keyup", onKey);
      one.close();
    };
  }, [one]);
  return (
    <button
      type="button"
      class="switch-key"
      tabIndex={-1}
      onPointerDown={(event) => {
        // The focus stays on the control that it goes round to.
        event.preventDefault();
        one.down();
      }}
      onPointerUp={one.up}
      onPointerLeave={one.up}
      onPointerCancel={one.up}
      onContextMenu={(event) => event.preventDefault()}
    >
      <b>{station.switchNext}</b>
      <span>{station.switchHint}</span>
    </button>
  );
}

/** Controls of the screen as it is now, in reading order. */
function controls(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".station button:not(:disabled)")];
}
