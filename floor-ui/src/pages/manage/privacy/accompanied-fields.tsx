import { CONSULTED_BODIES, type ConsultedBody } from "@trame/shared";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";
import type { AccountName } from "./privacy-rows.ts";

interface Props extends DraftProps {
  readonly accounts: readonly AccountName[];
}

/** Who accompanies, and who was consulted before. */
export function AccompaniedFields({ draft, onDraft, accounts }: Props) {
  const { t } = usePrivacyWords();
  const bodies = (["none", ...CONSULTED_BODIES] as const).map((value) => ({
    ...{ value, label: t.accompanied.bodies[value] },
  }));
  return (
    <div class="row pv-accompanied">
      <SelectField
        label={t.accompanied.supervisor}
        hint={accounts.length === 0 ? t.accompanied.noAccount : undefined}
        value={draft.supervisorId}
        choices={[
          { value: "", label: t.accompanied.choose },
          ...accounts
            .filter(({ isDisabled }) => !isDisabled)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onPick={(supervisorId) => onDraft({ supervisorId })}
      />
      <SelectField
        label={t.accompanied.body}
        value={draft.body}
        choices={bodies}
        onPick={(body) => onDraft({ body: body as ConsultedBody | "none" })}
      />
      <TextField
        label={t.accompanied.date}
        type="date"
        value={draft.consultedOn}
        isRequired={true}
        onText={(consultedOn) => onDraft({ consultedOn })}
      />
    </div>
  );
}
