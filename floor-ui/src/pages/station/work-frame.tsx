import type { OpenBundle, StationView } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useI18n } from "../../i18n/i18n.ts";
import { BigButton } from "../../ui/station/big-button.tsx";
import { StationBar } from "../../ui/station/station-bar.tsx";
import { barView } from "./bar-view.ts";
import { useDesk } from "./desk.ts";
import { Notes } from "./notes.tsx";

export interface WorkFrameProps {
  readonly view: StationView;
  /** What the bar counts; null while nothing is open. */
  readonly open: OpenBundle | null;
  /** An inspector's screen is set apart. */
  readonly isInspect?: boolean;
  /** The bundle and the last answer. */
  readonly job: ComponentChildren;
  readonly actions: ComponentChildren;
}

/** Where somebody works, sewing or inspecting: the bar, the notes, the job, the actions. */
export function WorkFrame({ view, open, isInspect = false, job, actions }: WorkFrameProps) {
  const { model, panel } = useDesk();
  const i18n = useI18n();
  return (
    <main class={isInspect ? "station work inspect" : "station work"}>
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
        <section class="job">{job}</section>
        {actions}
      </div>
    </main>
  );
}
