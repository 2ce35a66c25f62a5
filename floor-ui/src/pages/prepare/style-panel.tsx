import type { Style } from "@trame/shared";
import { useState } from "preact/hooks";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { shrinkPhoto } from "../../data/station/photo.ts";
import { useDeskWords } from "../../i18n/prepare.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import { SelectField, TextField } from "../../ui/desk/fields.tsx";
import { Panel } from "../../ui/desk/panel.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { replaced } from "./replaced.ts";
import { Said } from "./said.tsx";
import {
  type ColourDraft,
  emptyColour,
  emptyStyleText,
  PATTERNS,
  type StyleText,
  toStyle,
  toStyleText,
} from "./style-form.ts";

const FIRST_SWATCH = "#808080";

/** A style's sizes, colours and photo; null for a new one. */
export function StylePanel(props: {
  readonly style: Style | null;
  readonly onSaved: (id: string) => void;
}) {
  const { style, onSaved } = props;
  const { api } = useDesk();
  const { t } = useDeskWords();
  const action = useAction();
  const [draft, setDraft] = useState(style === null ? emptyStyleText() : toStyleText(style));
  const set = (part: Partial<StyleText>) => setDraft((before) => ({ ...before, ...part }));

  async function save() {
    const body = toStyle(draft);
    const path = `/api/v1/styles/${encodeURIComponent(body.id)}`;
    const saved = await action.run(api.write<Style>("PUT", path, body), t.styles.saved(body.name));
    if (saved !== null) onSaved(saved.id);
  }
  async function addPhoto(file: File | undefined) {
    if (file === undefined) return;
    // Drawn anew: smaller, and without what the camera wrote into it.
    const smaller = await shrinkPhoto(file);
    const sent = api.send<{ id: string }>("/api/v1/photos", smaller ?? file);
    const kept = await action.run(sent, t.styles.photoKept);
    if (kept !== null) set({ photo: kept.id });
  }

  return (
    <Panel title={style?.name ?? t.styles.add}>
      <SheetForm onSend={() => void save()}>
        <div class="row">
          {style === null && (
            <TextField
              label={t.styles.id}
              hint={t.styles.idHint}
              value={draft.id}
              isRequired={true}
              max={64}
              onText={(id) => set({ id })}
            />
          )}
          <TextField
            label={t.styles.name}
            value={draft.name}
            isRequired={true}
            max={120}
            onText={(name) => set({ name })}
          />
          <TextField
            label={t.styles.sizes}
            hint={t.styles.sizesHint}
            value={draft.sizes}
            isRequired={true}
            onText={(sizes) => set({ sizes })}
          />
          <PhotoField photo={draft.photo} onFile={(file) => void addPhoto(file)} />
        </div>
        <fieldset class="sub">
          <legend>{t.styles.colours}</legend>
          {draft.colours.map((colour, index) => (
            <ColourFields
              key={index}
              colour={colour}
              onColour={(next) => set({ colours: replaced(draft.colours, index, next) })}
            />
          ))}
          <button
            type="button"
            class="plain"
            onClick={() => set({ colours: [...draft.colours, emptyColour(draft.colours)] })}
          >
            <DeskIcon name="plus" />
            {t.styles.addColour}
          </button>
        </fieldset>
        <div class="row at-right">
          <button type="submit" class="act" disabled={action.isBusy}>
            {t.prepare.save}
          </button>
        </div>
        <Said outcome={action.outcome} />
      </SheetForm>
    </Panel>
  );
}

function PhotoField(props: {
  readonly photo: string | null;
  readonly onFile: (file: File | undefined) => void;
}) {
  const { photo, onFile } = props;
  const { t } = useDeskWords();
  return (
    <label class="field photo-field">
      <span>{t.styles.photo}</span>
      {photo !== null && <img src={`/api/v1/photos/${photo}`} alt="" width={64} height={64} />}
      <span class="plain">
        <DeskIcon name="upload" />
        {photo === null ? t.styles.addPhoto : t.styles.otherPhoto}
      </span>
      <input
        class="unseen"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </label>
  );
}

function ColourFields(props: {
  readonly colour: ColourDraft;
  readonly onColour: (colour: ColourDraft) => void;
}) {
  const { colour, onColour } = props;
  const { t } = useDeskWords();
  return (
    <div class="row">
      <TextField
        label={t.styles.colourName}
        value={colour.name}
        max={40}
        onText={(name) => onColour({ ...colour, name })}
      />
      <SelectField
        label={t.styles.pattern}
        value={colour.pattern}
        choices={PATTERNS.map((value) => ({ value, label: t.styles.patterns[value] }))}
        onPick={(value) =>
          onColour({ ...colour, pattern: PATTERNS.find((each) => each === value) ?? "empty" })
        }
      />
      {colour.swatch === "" ? (
        <button
          type="button"
          class="plain"
          onClick={() => onColour({ ...colour, swatch: FIRST_SWATCH })}
        >
          {t.styles.addSwatch}
        </button>
      ) : (
        <TextField
          label={t.styles.swatch}
          type="color"
          value={colour.swatch}
          onText={(swatch) => onColour({ ...colour, swatch })}
        />
      )}
    </div>
  );
}
