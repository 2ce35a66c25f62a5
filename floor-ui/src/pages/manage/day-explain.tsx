import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useReportWords } from "../../i18n/manage-day.ts";

const MARK = "?";

/** « ? »: how a figure is computed; Escape and a touch elsewhere put it away. */
export function Explain(props: { readonly name: string; readonly formula: string }) {
  const { name, formula } = props;
  const { t } = useReportWords();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [isOpen]);
  return (
    <span class="explain" ref={box}>
      <button
        type="button"
        aria-label={t.report.explain(name)}
        aria-expanded={isOpen}
        aria-controls={id}
        title={formula}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setOpen(false);
        }}
      >
        {MARK}
      </button>
      <span id={id} role="note" hidden={!isOpen}>
        {formula}
      </span>
    </span>
  );
}
