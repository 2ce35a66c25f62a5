import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { BackSheet } from "./back-sheet.tsx";
import { type Panel, shownBundle, useDesk } from "./desk.ts";
import { inRepair } from "./repaired-view.ts";

/** What is needed more seldom. */
export function MoreSheet() {
  const desk = useDesk();
  const { panel, tools, model } = desk;
  const { station } = useI18n().t;
  const open = shownBundle(desk);
  const isDark = tools.theme.theme.value === "dark";
  const show = (next: Panel) => () => {
    panel.value = next;
  };
  return (
    <BackSheet icon="ellipsis" title={station.more}>
      <section class="grid2">
        <BigButton
          icon="split"
          label={station.split}
          isDisabled={open === null || open.pieces < 2}
          onPress={show("split")}
        />
        <BigButton
          icon="combine"
          label={station.join}
          isDisabled={open === null}
          onPress={show("join")}
        />
        <BigButton
          icon="wrench"
          label={station.repaired}
          isDisabled={inRepair(model.view.value).length === 0}
          onPress={show("repaired")}
        />
        <BigButton
          icon={isDark ? "sun" : "moon"}
          label={isDark ? station.light : station.dark}
          onPress={tools.theme.toggle}
        />
      </section>
    </BackSheet>
  );
}
