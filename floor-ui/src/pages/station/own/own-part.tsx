import type { OwnData } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { type OwnDataI18n, useOwnWords } from "../../../i18n/own-data.ts";
import { Sheet } from "../../../ui/station/sheet.tsx";
import { EasyPages } from "./easy-pages.tsx";
import { OwnCopy } from "./own-copy.tsx";
import { easySentences } from "./own-easy.ts";
import { type OwnLine, requestLines, sheetLines, visitLines, whereLines } from "./own-lines.ts";
import { type OwnPartProps, PART_ICONS } from "./own-parts.ts";
import { OwnPin } from "./own-pin.tsx";
import { OwnProgressRows } from "./own-progress.tsx";
import { OwnRequests } from "./own-requests.tsx";
import { OwnRows } from "./own-rows.tsx";

/** Lists end somewhere on a tablet; the copy has them whole. */
const ROWS_MAX = 40;

/** One part of one's own data. */
export function OwnPartView(props: OwnPartProps) {
  const { part, onBack } = props;
  const { t } = useOwnWords();
  const close = useMemo(() => ({ label: t.back, onClose: onBack, isBack: true }), [t, onBack]);
  return (
    <Sheet icon={PART_ICONS[part]} title={t.part[part]} close={close}>
      <Body {...props} />
    </Sheet>
  );
}

function Body(props: OwnPartProps) {
  const { part, data, isEasy } = props;
  const i18n = useOwnWords();
  if (part === "copy") return <OwnCopy {...props} />;
  if (part === "pin") return <OwnPin {...props} />;
  if (part === "requests") return <OwnRequests {...props} lines={requestLines(data, i18n)} />;
  if (isEasy) return <EasyPages sentences={easySentences(part, data, i18n)} />;
  if (part === "progress") return <OwnProgressRows progress={data.progress ?? []} />;
  const { lead, lines } = told(part, data, i18n);
  return (
    <>
      <p class="lead">{lead}</p>
      <OwnRows lines={lines.slice(0, ROWS_MAX)} />
    </>
  );
}

interface ToldPart {
  readonly lead: string;
  readonly lines: readonly OwnLine[];
}

function told(part: "sheet" | "where" | "looks", data: OwnData, i18n: OwnDataI18n): ToldPart {
  const { t } = i18n;
  if (part === "sheet") return { lead: t.sheetLead, lines: sheetLines(data, i18n) };
  if (part === "looks") return { lead: t.looksLead, lines: visitLines(data, i18n) };
  const lines = whereLines(data, i18n);
  return { lead: lines.length === 0 ? t.whereNone : t.whereLead(data.assignmentsDays), lines };
}
