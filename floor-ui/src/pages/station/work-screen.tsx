import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { StationBar } from "../../ui/station/station-bar.tsx";
import { AnswerLine } from "./answer-line.tsx";
import { barView } from "./bar-view.ts";
import { shownBundle, useDesk } from "./desk.ts";
import { Job } from "./job.tsx";
import { Notes } from "./notes.tsx";
import { useHeld } from "./use-held.ts";
import { WorkActions } from "./work-actions.tsx";

/** `#travail`: the bundle, the count, the last answer, the actions. */
export function WorkScreen() {
  const desk = useDesk();
  const { model, panel } = desk;
  const i18n = useI18n();
  const view = model.view.value;
  if (view === null) return null;
  const open = useHeld(shownBundle(desk), model.isSaving.value);
  return (
    <main class="station work">
      <StationBar view={barView(model, { view, open }, i18n)}>
        <BigButton
          icon="user-round"
          label={i18n.t.station.change}
          weight="soft"
          onPress={() => {
            panel.value = "people";
          }}
        />
      </StationBar>
      <Notes />
      <div class="cols">
        <section class="job">
          <Job view={view} open={open} />
          <AnswerLine />
        </section>
        <WorkActions open={open} />
      </div>
    </main>
  );
}
