import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { CallCell } from "./call-cell.tsx";
import { callViews } from "./call-view.ts";
import { useDesk } from "./desk.ts";
import { SimpleHelp } from "./simple-help.tsx";

/** `#aide`: what is needed here; each button calls, and says what became of it. */
export function HelpSheet() {
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  if (model.me.value?.mode.simple === true) return <SimpleHelp />;
  const words = { resolved: station.callResolved, back: station.callBack };
  return (
    <BackSheet icon="hand" title={station.helpTitle}>
      <section class="grid2 asks">
        {callViews(model, i18n).map((view) => (
          <CallCell key={view.kind} view={view} words={words} />
        ))}
      </section>
    </BackSheet>
  );
}
