import { useRead } from "../../../data/desk/use-read.ts";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { DeskIcon, type DeskIconName } from "../../../ui/desk/desk-icon.tsx";
import { useHref } from "../../href.ts";
import { DataAge } from "../../prepare/data-age.tsx";
import { Waiting } from "../../prepare/said.tsx";
import type { DocumentName, DocumentPart, DocumentText } from "./privacy-rows.ts";

const PICTOGRAMS: Readonly<Record<string, DeskIconName>> = {
  people: "people",
  grid: "grid",
  lock: "lock",
  calendar: "calendar",
  key: "key",
  speech: "speech",
  file: "file",
};

/** A document as it is printed: one column of black on white, whatever the theme on paper. */
export function DocumentPage({ kind }: { readonly kind: DocumentName }) {
  const { t, day } = usePrivacyWords();
  const href = useHref();
  const reading = useRead<DocumentText>(`/api/v1/privacy/documents/${kind}`);
  const { value } = reading;
  return (
    <>
      <p class="row pv-tools">
        <a class="plain" href={href("/manage/privacy")}>
          <DeskIcon name="left" />
          {t.documents.back}
        </a>
        <button type="button" class="act" onClick={() => window.print()}>
          <DeskIcon name="printer" />
          {t.documents.print}
        </button>
      </p>
      <DataAge />
      {value === null ? (
        <>
          <h1>{t.documents[kind].name}</h1>
          <Waiting reading={reading} />
        </>
      ) : (
        <article class={`pv-paper printed ${kind}`} lang="fr">
          <h1>{value.title}</h1>
          {value.mark !== null && <p class="pv-mark">{value.mark}</p>}
          {value.lead.map((text) => (
            <p key={text} class="pv-lead">
              {text}
            </p>
          ))}
          {value.sections.map((part) => (
            <Section key={part.heading} part={part} />
          ))}
          <footer>{`Trame · ${day(value.day)}`}</footer>
        </article>
      )}
    </>
  );
}

function Section({ part }: { readonly part: DocumentPart }) {
  const { t } = usePrivacyWords();
  const pictogram = part.pictogram === null ? undefined : PICTOGRAMS[part.pictogram];
  return (
    <section class={pictogram === undefined ? "" : "pv-drawn"}>
      {pictogram !== undefined && <DeskIcon name={pictogram} />}
      <div>
        <h2>{part.heading}</h2>
        {part.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {part.items.length > 0 && (
          <ul>
            {part.items.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {part.rows.length > 0 && (
          <dl>
            {part.rows.map(({ name, text }) => (
              <div key={name}>
                <dt>{name}</dt>
                {text === null ? (
                  <dd class="pv-blank">
                    <span class="pv-vh">{t.documents.toFill}</span>
                  </dd>
                ) : (
                  <dd>{text}</dd>
                )}
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
