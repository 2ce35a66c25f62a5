import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { StationBar } from "../../ui/station/station-bar.tsx";
import { AnswerLine } from "./answer-line.tsx";
import { barView } from "./bar-view.ts";
import { useDesk } from "./desk.ts";
import { Notes } from "./notes.tsx";

/** Nobody is here yet. A bundle may be scanned all the same: the floor does not wait for a badge. */
export function BadgeScreen() {
  const { model, panel } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const view = model.view.value;
  if (view === null) return null;
  return (
    <main class="station work">
      <StationBar view={barView(model, { view, open: null }, i18n)} />
      <Notes />
      <div class="welcome">
        <section class="big neu">
          <LineIcon name="id-card-lanyard" />
          <p class="t">{station.scanBadge}</p>
          <p class="s">{station.scanBadgeHint}</p>
        </section>
        <AnswerLine />
        <BigButton
          icon="keyboard"
          label={station.typeBadge}
          weight="main"
          onPress={() => {
            panel.value = "scan";
          }}
        />
        <BigButton
          icon="eye"
          label={station.own}
          weight="soft"
          onPress={() => {
            panel.value = "own";
          }}
        />
      </div>
    </main>
  );
}
