import type { OwnExport } from "@trame/shared";
import { useMemo, useState } from "preact/hooks";
import { createDeskApi } from "../../data/desk/desk-api.ts";
import { useAction } from "../../data/desk/use-action.ts";
import { copyEn } from "../../i18n/copy-en.ts";
import { copyFr } from "../../i18n/copy-fr.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { TextField } from "../../ui/desk/fields.tsx";
import { AccessFrame } from "../access/access-frame.tsx";
import { Said } from "../prepare/said.tsx";
import { CopyPaper } from "./copy-paper.tsx";
import "../../styles/copy.css";

const CODE_SIGNS = 20;

/** `/copy`: a copy of one's own data with a code from a station; nobody signs in, and closing the page leaves nothing ([PD8]). */
export function CopyPage() {
  const { language } = useI18n();
  const words = language === "en" ? copyEn : copyFr;
  const [copy, setCopy] = useState<OwnExport | null>(null);
  return (
    <AccessFrame title={words.title}>
      {copy === null ? (
        <CodeForm onCopy={setCopy} />
      ) : (
        <CopyPaper copy={copy} words={words} onClose={() => setCopy(null)} />
      )}
    </AccessFrame>
  );
}

function CodeForm({ onCopy }: { readonly onCopy: (copy: OwnExport) => void }) {
  const { language } = useI18n();
  const words = language === "en" ? copyEn : copyFr;
  const api = useMemo(
    () => createDeskApi({ fetch: (...asked) => fetch(...asked), language: () => language }),
    [language],
  );
  const action = useAction();
  const [code, setCode] = useState("");

  async function open() {
    const sent = api.write<OwnExport>("POST", "/api/v1/own-exports", { code });
    const copy = await action.run(sent, words.title);
    if (copy !== null) onCopy(copy);
  }

  return (
    <section class="st-card sign-card">
      <h1>{words.title}</h1>
      <p class="about">{words.lead}</p>
      <form
        class="sheet-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField
          label={words.code}
          value={code}
          isRequired={true}
          isFirst={true}
          max={CODE_SIGNS}
          onText={(text) => setCode(text.toUpperCase())}
        />
        <button type="submit" class="act" disabled={action.isBusy}>
          {words.openCopy}
        </button>
      </form>
      <Said outcome={action.outcome} />
    </section>
  );
}
