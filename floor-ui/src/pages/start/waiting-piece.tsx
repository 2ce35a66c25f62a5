import { useScreen } from "../../data/screen-context.ts";
import { useStartWords } from "../../i18n/start.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";

/** What came so far; it changes by itself, and is read aloud when it does. */
export function WaitingPiece(props: {
  readonly isScan: boolean;
  readonly pieces: number;
  readonly hasSpoken: boolean;
  readonly station: string;
}) {
  const { isScan, pieces, hasSpoken, station } = props;
  const { t, number } = useStartWords();
  const { freshness } = useScreen().picture;
  const isAway = freshness.value === "offline" || freshness.value === "stale";
  const silent = isScan ? t.piece.waitingScan : t.piece.waiting;
  return (
    <>
      <div role="status" class={pieces > 0 ? "st-live counted" : "st-live"}>
        {pieces > 0 ? (
          <>
            <p class="st-counted">
              <DeskIcon name="check" />
              {t.piece.counted}
            </p>
            <p>
              <b class="st-number">{number(pieces)}</b> {t.piece.pieces(pieces)}{" "}
              {t.piece.at(station)}
            </p>
          </>
        ) : (
          <p class="st-waiting">{hasSpoken ? t.piece.heard : silent}</p>
        )}
        {isAway && <p>{t.piece.offline}</p>}
      </div>
      {pieces === 0 && !isScan && <Help />}
    </>
  );
}

function Help() {
  const { piece } = useStartWords().t;
  return (
    <details class="st-help">
      <summary>{piece.helpTitle}</summary>
      <ul>
        {piece.help.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{piece.guide}</li>
      </ul>
    </details>
  );
}
