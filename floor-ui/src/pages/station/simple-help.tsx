import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { CallCell } from "./call-cell.tsx";
import { simpleCallViews } from "./call-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { FocusFirst } from "./focus-first.tsx";
import { useSpoken } from "./use-spoken.ts";

/** `#simple-aide`: I say what I need; below, what else I may want to say. */
export function SimpleHelp() {
  const desk = useDesk();
  const { model, panel } = desk;
  const i18n = useI18n();
  const { simple } = i18n.t;
  const views = simpleCallViews(model, i18n);
  useSpoken([simple.helpTitle, ...views.map(({ open }) => open?.state ?? "")].join(" ").trim());
  const words = { resolved: simple.callResolved, back: simple.callBack };
  return (
    <main class="station easy asking">
      <header class="head">
        <span class="pic">
          <LineIcon name="hand" />
        </span>
        <h1>{simple.helpTitle}</h1>
        <BigButton
          icon="x"
          label={simple.helpNo}
          weight="soft"
          onPress={() => {
            panel.value = "none";
          }}
        />
      </header>
      <FocusFirst class="trio asks">
        {views.map((view) => (
          <CallCell key={view.kind} view={view} words={words} />
        ))}
      </FocusFirst>
      <section class="ways">
        <BigButton
          icon="circle-alert"
          label={simple.defect}
          weight="soft"
          isDisabled={shownBundle(desk) === null}
          onPress={() => {
            panel.value = "outcome";
          }}
        />
        <BigButton
          icon="undo-2"
          label={simple.undo}
          weight="soft"
          isDisabled={model.undoable.value === null}
          onPress={() => {
            panel.value = "none";
            void model.undo();
          }}
        />
      </section>
    </main>
  );
}
