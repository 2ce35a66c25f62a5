import { EXPORT_KINDS, type ExportFormat, type ExportKind } from "@trame/shared";
import { useId, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useScreen } from "../../../data/screen-context.ts";
import { useExportsWords } from "../../../i18n/exports.ts";
import { DeskIcon, type DeskIconName } from "../../../ui/desk/desk-icon.tsx";
import { TextField } from "../../../ui/desk/fields.tsx";
import { NarrowChoice } from "./narrow-choice.tsx";
import {
  askedIn,
  type DaySpan,
  filePath,
  type Narrowed,
  SPANS,
  spanFault,
  spanOf,
} from "./spans.ts";

/** What most people take first. */
const FORMATS: readonly { readonly format: ExportFormat; readonly icon: DeskIconName }[] = [
  { format: "xlsx", icon: "sheet" },
  { format: "pdf", icon: "printer" },
  { format: "csv", icon: "file" },
  { format: "csv-plain", icon: "file" },
  { format: "json", icon: "file" },
];

/** What, which days, which file: three choices, the last one is the link to the file. */
export function DownloadPanel() {
  const { t, dayOf } = useExportsWords();
  const { picture } = useScreen();
  // The page is not drawn anew with each second: a day is all that is asked. Of a night shift it is the one on which it began.
  const today = picture.store.head.value?.day ?? dayOf(picture.now.peek() ?? Date.now());
  const asked = askedIn(useLocation().query, today);
  const [kind, setKind] = useState<ExportKind>(asked.kind);
  const [chosen, setSpan] = useState<DaySpan | null>(null);
  const span = chosen ?? asked.span;
  const [narrowed, setNarrowed] = useState<Narrowed>({
    ...{ line: null, order: asked.order, style: null },
  });
  return (
    <section class="panel">
      <KindChoice kind={kind} onPick={setKind} />
      <div class="ex-two">
        <SpanChoice span={span} today={today} onPick={setSpan} />
        <NarrowChoice kind={kind} narrowed={narrowed} onPick={setNarrowed} />
      </div>
      {kind === "orders" && <p class="about">{t.exports.ordersNow}</p>}
      {kind === "skills" && <p class="about">{t.exports.skillsNow}</p>}
      <Files kind={kind} span={span} narrowed={narrowed} />
    </section>
  );
}

function KindChoice(props: {
  readonly kind: ExportKind;
  readonly onPick: (kind: ExportKind) => void;
}) {
  const { t } = useExportsWords();
  const name = useId();
  return (
    <fieldset class="ex-choice">
      <legend>{t.exports.what}</legend>
      <div class="ex-kinds">
        {EXPORT_KINDS.map((kind) => (
          <label key={kind} class="ex-kind">
            <input
              type="radio"
              name={name}
              checked={kind === props.kind}
              onChange={() => props.onPick(kind)}
            />
            <span>
              <b>{t.exports.kinds[kind].name}</b>
              <small>{t.exports.kinds[kind].about}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SpanChoice(props: {
  readonly span: DaySpan;
  readonly today: string;
  readonly onPick: (span: DaySpan) => void;
}) {
  const { span, today, onPick } = props;
  const { t } = useExportsWords();
  return (
    <fieldset class="ex-choice">
      <legend>{t.exports.days}</legend>
      <div class="ex-spans">
        {SPANS.map((name) => {
          const own = spanOf(name, today);
          const isOn = own.from === span.from && own.to === span.to;
          return (
            <button
              key={name}
              type="button"
              class="plain"
              aria-pressed={isOn}
              onClick={() => onPick(own)}
            >
              {t.exports.spans[name]}
            </button>
          );
        })}
      </div>
      <div class="ex-dates">
        <TextField
          label={t.exports.from}
          type="date"
          value={span.from}
          onText={(from) => onPick({ ...span, from })}
        />
        <TextField
          label={t.exports.to}
          type="date"
          value={span.to}
          onText={(to) => onPick({ ...span, to })}
        />
      </div>
    </fieldset>
  );
}

function Files(props: {
  readonly kind: ExportKind;
  readonly span: DaySpan;
  readonly narrowed: Narrowed;
}) {
  const { kind, span, narrowed } = props;
  const { t, day, language } = useExportsWords();
  const title = useId();
  const fault = kind === "story" && narrowed.order === null ? "order" : spanFault(span);
  const named = t.exports.kinds[kind].name;
  return (
    <section class="ex-choice" aria-labelledby={title}>
      <h2 id={title}>{t.exports.file}</h2>
      {fault !== null ? (
        <p class="fault" role="status">
          {t.exports.faults[fault]}
        </p>
      ) : (
        <>
          <p role="status">
            {span.from === span.to
              ? t.exports.oneDay(named, day(span.from))
              : t.exports.someDays(named, day(span.from), day(span.to))}
          </p>
          <ul class="ex-files">
            {FORMATS.map(({ format, icon }) => (
              <li key={format}>
                <a
                  class="ex-file"
                  href={filePath(span, { kind, format, lang: language, ...narrowed })}
                  download
                >
                  <DeskIcon name={icon} />
                  <span>
                    <b>{t.exports.formats[format].name}</b>
                    <small>{t.exports.formats[format].about}</small>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
