import { useState } from "preact/hooks";
import { useStartWords } from "../../i18n/start.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { StepForm } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

const NAME_SIGNS = 120;

/** « Comment s'appelle l'atelier ? » */
export function NameStep({ start }: { readonly start: Start }) {
  const { name } = useStartWords().t;
  const [fault, setFault] = useState<string | null>(null);
  return (
    <StepForm
      start={start}
      question={name.question}
      hint={name.hint}
      fault={fault}
      onNext={() => (start.draft.name.trim() === "" ? setFault(name.missing) : start.next())}
    >
      <TextField
        label={name.field}
        value={start.draft.name}
        isRequired={true}
        max={NAME_SIGNS}
        onText={(text) => start.set({ name: text })}
      />
    </StepForm>
  );
}
