import { PERSON_PICTOGRAMS } from "@trame/shared";
import { usePeopleWords } from "../../../i18n/people.ts";
import { CheckField, SelectField, TextField } from "../../../ui/desk/fields.tsx";
import { MODES, type PersonDraft } from "./person-form.ts";

/** Somebody new, or what changes of somebody. */
export function PersonForm(props: {
  readonly draft: PersonDraft;
  readonly onDraft: (draft: PersonDraft) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}) {
  const { draft, onDraft, onSave, onLeave } = props;
  const { t } = usePeopleWords();
  const pictograms = [
    { value: "", label: t.people.noPictogram },
    ...PERSON_PICTOGRAMS.map((value) => ({ value, label: t.people.pictograms[value] })),
  ];
  return (
    <form
      class="sheet-form sub"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <div class="row">
        <TextField
          label={t.people.pseudonym}
          hint={t.people.pseudonymHint}
          value={draft.pseudonym}
          isRequired={true}
          onText={(pseudonym) => onDraft({ ...draft, pseudonym })}
        />
        <SelectField
          label={t.people.pictogram}
          value={draft.pictogram}
          choices={pictograms}
          onPick={(pictogram) => onDraft({ ...draft, pictogram })}
        />
        <TextField
          label={t.people.skills}
          hint={t.people.skillsHint}
          value={draft.skills}
          onText={(skills) => onDraft({ ...draft, skills })}
        />
        <TextField
          label={t.people.pace}
          hint={t.people.paceHint}
          value={draft.pace}
          onText={(pace) => onDraft({ ...draft, pace })}
        />
        <TextField
          label={t.people.pattern}
          hint={t.people.patternHint}
          value={draft.pattern}
          onText={(pattern) => onDraft({ ...draft, pattern })}
        />
      </div>
      <fieldset class="checks">
        <legend>{t.people.modes}</legend>
        {MODES.map((name) => (
          <CheckField
            key={name}
            label={t.people.mode[name]}
            isOn={draft.modes[name] === true}
            onSet={(isOn) => onDraft({ ...draft, modes: { ...draft.modes, [name]: isOn } })}
          />
        ))}
      </fieldset>
      <div class="row at-right">
        <button type="button" class="plain" onClick={onLeave}>
          {t.prepare.leave}
        </button>
        <button type="submit" class="act">
          {t.prepare.save}
        </button>
      </div>
    </form>
  );
}
