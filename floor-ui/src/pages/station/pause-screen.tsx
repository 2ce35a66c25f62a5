import { useI18n } from "../../i18n/i18n.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";

/** Dimmed until the next touch, key or scan. Nothing is recorded about anybody. */
export function PauseScreen() {
  const { model, panel } = useDesk();
  const { station, simple } = useI18n().t;
  const isSimple = model.me.value?.mode.simple === true;
  return (
    <main class="station">
      <h1 class="vh">{station.paused}</h1>
      <FocusFirst class="pause">
        <button
          type="button"
          onClick={() => {
            panel.value = "none";
          }}
        >
          <LineIcon name="coffee" />
          <b>{station.paused}</b>
          <span>{isSimple ? simple.pausedHint : station.pausedHint}</span>
        </button>
      </FocusFirst>
    </main>
  );
}
