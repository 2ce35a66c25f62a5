import type { ComponentChildren } from "preact";
import { useReportWords } from "../../i18n/manage-day.ts";
import { useDrill } from "./drill-context.ts";
import type { DrillTarget } from "./drill-target.ts";

/** A figure that opens the facts behind it; a zero has none. */
export function Figure(props: {
  readonly target: DrillTarget;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  const { target, text, children } = props;
  const { t } = useReportWords();
  const open = useDrill();
  if (target.kind === "facts" && target.value === 0) return <span class="zero">{text}</span>;
  const figure = t.drill.figures[target.figure];
  return (
    <button
      type="button"
      class="figure-key"
      aria-haspopup="dialog"
      aria-label={t.drill.open({ text, figure, name: target.name })}
      onClick={() => open(target)}
    >
      {children ?? text}
    </button>
  );
}
