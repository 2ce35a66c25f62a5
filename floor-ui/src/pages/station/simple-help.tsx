import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { shownBundle, useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { useSpoken } from "./use-spoken.ts";

/** I raise my hand; and what else I may want to say. */
export function SimpleHelp() {
  const desk = useDesk();
  const { model, panel } = desk;
  const { simple } = useI18n().t;
  useSpoken([simple.helpTitle, simple.helpSay, simple.helpWait].join(" "));
  return (
    <main class="station easy">
      <header class="head">
        <h1>{simple.helpTitle}</h1>
      </header>
      <section class="stage" role="status">
        <LineIcon name="hand" />
        <div>
          <p class="say">{simple.helpSay}</p>
          <p class="num">{simple.helpWait}</p>
        </div>
      </section>
      <FocusFirst class="trio">
        <BigButton
          icon="arrow-right"
          label={simple.helpBack}
          weight="main"
          onPress={() => {
            panel.value = "none";
          }}
        />
        <BigButton
          icon="circle-alert"
          label={simple.defect}
          isDisabled={shownBundle(desk) === null}
          onPress={() => {
            panel.value = "outcome";
          }}
        />
        <BigButton
          icon="undo-2"
          label={simple.undo}
          isDisabled={model.undoable.value === null}
          onPress={() => {
            panel.value = "none";
            void model.undo();
          }}
        />
      </FocusFirst>
    </main>
  );
}
