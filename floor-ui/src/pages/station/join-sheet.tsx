import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { CodeEntry } from "./code-entry.tsx";
import { shownBundle, useDesk } from "./desk.ts";

/** The other part is scanned or typed; what is read while this lies open joins. */
export function JoinSheet() {
  const desk = useDesk();
  const { station } = useI18n().t;
  const bundle = shownBundle(desk);
  if (bundle === null) return null;
  return (
    <BackSheet icon="combine" title={station.joinTitle}>
      <p class="lead">{station.joinText(bundle.code)}</p>
      <CodeEntry hint={station.typeHint} />
    </BackSheet>
  );
}
