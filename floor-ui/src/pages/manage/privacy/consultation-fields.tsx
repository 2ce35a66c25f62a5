import { CONSULTED_BODIES, type ConsultedBody } from "@trame/shared";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { SelectField, TextField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";

/** Who was consulted before, and when. */
export function ConsultationFields({ draft, onDraft }: DraftProps) {
  const { t } = usePrivacyWords();
  const bodies = (["none", ...CONSULTED_BODIES] as const).map((value) => ({
    ...{ value, label: t.accompanied.bodies[value] },
  }));
  return (
    <>
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
    </>
  );
}
