import { useI18n } from "../../i18n/i18n.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { callViews, simpleCallViews } from "./call-view.ts";
import { useDesk } from "./desk.ts";
import { lowered } from "./words.ts";

/** Beside the work: what was asked for, and whether somebody comes. A touch opens « Aide ». */
export function CallNotes() {
  const { model, panel } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const isSimple = model.me.value?.mode.simple === true;
  const views = isSimple ? simpleCallViews(model, i18n) : callViews(model, i18n);
  const asked = views.filter(({ open }) => open !== null);
  if (asked.length === 0) return null;
  return (
    <div class="call-notes" role="status">
      {asked.map(({ kind, icon, label, open }) => (
        <button
          key={kind}
          type="button"
          class="note"
          onClick={() => {
            panel.value = "help";
          }}
        >
          <LineIcon name={icon} />
          {isSimple ? open?.state : station.callNote(label, lowered(open?.state ?? ""))}
        </button>
      ))}
    </div>
  );
}
