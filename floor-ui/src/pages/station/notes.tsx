import { useI18n } from "../../i18n/i18n.ts";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { CallNotes } from "./call-notes.tsx";
import { useDesk } from "./desk.ts";

/** What a person should know about this tablet, calmly, below the head. */
export function Notes() {
  const { model, panel } = useDesk();
  const { station } = useI18n().t;
  const notes: string[] = [];
  if (model.connection.value === "refused")
    notes.push(`${station.refused}. ${station.refusedHint}`);
  if (model.storageState.value === "full") notes.push(station.storageFull);
  if (model.storageState.value === "failed") notes.push(station.storageFailed);
  if (model.aside.value > 0) notes.push(station.aside(model.aside.value));
  if (model.isClockOff.value) notes.push(station.clockOff);
  const arrived = model.notices.value.length;
  return (
    <>
      <CallNotes />
      {notes.map((note) => (
        <p key={note} class="note">
          <LineIcon name="info" />
          {note}
        </p>
      ))}
      {arrived > 0 && (
        <button
          type="button"
          class="note"
          onClick={() => {
            panel.value = "notices";
          }}
        >
          <LineIcon name="history" />
          {station.notices(arrived)}
        </button>
      )}
    </>
  );
}
