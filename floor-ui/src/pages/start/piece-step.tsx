import { useScreen } from "../../data/screen-context.ts";
import { useStartWords } from "../../i18n/start.ts";
import { stationIdOf } from "./plan-of.ts";
import { ScanPiece } from "./scan-piece.tsx";
import { StepForm } from "./step-form.tsx";
import { TrialPiece } from "./trial-piece.tsx";
import type { Start } from "./use-start.ts";
import { WaitingPiece } from "./waiting-piece.tsx";
import { WirePiece } from "./wire-piece.tsx";

/** The first piece, waited for on the live picture. */
export function PieceStep({ start }: { readonly start: Start }) {
  const { t } = useStartWords();
  const { picture } = useScreen();
  const { draft } = start;
  const stationId = stationIdOf(draft.station);
  const row = picture.store.head.value === null ? undefined : picture.store.station(stationId);
  const pieces = row?.value.pieces ?? 0;
  return (
    <StepForm
      start={start}
      question={t.piece.question}
      {...(pieces === 0 && { nextLabel: t.piece.later })}
      onNext={() => start.next()}
    >
      {draft.way === "trial" && <TrialPiece draft={draft} isCounted={pieces > 0} />}
      {draft.way === "scan" && <ScanPiece start={start} stationId={stationId} />}
      {(draft.way === "esp" || draft.way === "tasmota") && <WirePiece draft={draft} />}
      <WaitingPiece
        isScan={draft.way === "scan"}
        pieces={pieces}
        hasSpoken={typeof row?.value.heardAt === "number"}
        station={row?.value.name ?? t.line.station(draft.station + 1)}
      />
    </StepForm>
  );
}
