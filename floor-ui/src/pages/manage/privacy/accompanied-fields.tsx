import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";
import { ConsultationFields } from "./consultation-fields.tsx";
import type { AccountName } from "./privacy-rows.ts";

interface Props extends DraftProps {
  readonly accounts: readonly AccountName[];
}

/** Who accompanies, and who was consulted before. */
export function AccompaniedFields({ draft, onDraft, accounts }: Props) {
  const { t } = usePrivacyWords();
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
      <ConsultationFields draft={draft} onDraft={onDraft} />
    </div>
  );
}
