import { useState } from "preact/hooks";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { SelectField, TextField } from "../../ui/desk/fields.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { TimeField } from "../../ui/floor-desk/time-field.tsx";
import { comingMomentOfTime } from "./time-of-day.ts";
import type { Floor } from "./use-floor.ts";
import { sayMessage } from "./wishes.ts";

const LONGEST = 80;

/** A sentence for the room: « Livraison à 16 h ». */
export function MessageSheet(props: { readonly floor: Floor; readonly onClose: () => void }) {
  const { floor, onClose } = props;
  const { t } = useFloorWords();
  const errands = useErrands();
  const { line, scene, canAct } = floor;
  const [text, setText] = useState("");
  const [where, setWhere] = useState("line");
  const [until, setUntil] = useState("");
  const lineId = where === "line" ? line.lineId : null;
  const about = "message";

  function show() {
    if (text.trim() === "") return;
    const message = { lineId, text: text.trim(), until: comingMomentOfTime(until, scene) };
    const told = { about, text: t.floorLine.messageShownText(text.trim()), hasRow: false };
    errands.want(sayMessage(message, told));
    onClose();
  }

  function remove() {
    const told = { about, text: t.floorLine.messageRemovedText, hasRow: false };
    errands.want(sayMessage({ lineId, text: null, until: null }, told));
    onClose();
  }

  return (
    <DeskSheet title={t.floorLine.message} close={t.floor.close} onClose={onClose}>
      {line.message !== null && <p>{t.floorLine.messageNow(line.message.text)}</p>}
      <SheetForm onSend={show}>
        <TextField
          label={t.floorLine.messageText}
          hint={t.floorLine.messageHint}
          value={text}
          max={LONGEST}
          isRequired={true}
          onText={setText}
        />
        <SelectField
          label={t.floorLine.messageWhere}
          value={where}
          choices={[
            { value: "line", label: t.floorLine.messageLine(line.name) },
            { value: "all", label: t.floorLine.messageAll },
          ]}
          onPick={setWhere}
        />
        <TimeField label={t.floorLine.messageUntil} value={until} onTime={setUntil} />
        <button type="submit" class="fd-b pri" disabled={!canAct || text.trim() === ""}>
          {t.floorLine.messageShow}
        </button>
      </SheetForm>
      {line.message !== null && (
        <button type="button" class="fd-b" disabled={!canAct} onClick={remove}>
          {t.floorLine.messageRemove}
        </button>
      )}
    </DeskSheet>
  );
}
