import { useBalanceWords } from "../../i18n/balance.ts";
import type { DivisionView } from "./balance-view.ts";

/** What a division comes to, each figure with what it means. */
export function DivisionFigures(props: {
  readonly view: DivisionView;
  /** Minutes that there are for a piece; null without a target. */
  readonly takt: number | null;
  /** Working minutes of the day. */
  readonly dayMinutes: number;
}) {
  const { view, takt, dayMinutes } = props;
  const { t, minutes, number, percent } = useBalanceWords();
  const { slowest, efficiency, piecesPerHour } = view;
  const isShort = takt !== null && slowest > takt;
  return (
    <>
      <dl class="bal-division-figures">
        <div>
          <dt>{t.division.slowestMinutes}</dt>
          <dd>{slowest > 0 ? minutes(slowest) : "—"}</dd>
        </div>
        <div>
          <dt>{t.division.takt}</dt>
          <dd>
            {takt === null ? "—" : minutes(takt)}
            <small>{takt === null ? t.division.noTakt : t.division.taktHint}</small>
          </dd>
        </div>
        <div>
          <dt>{t.division.output}</dt>
          <dd>
            {piecesPerHour === null ? "—" : t.division.perHour(number(piecesPerHour))}
            {piecesPerHour !== null && dayMinutes > 0 && (
              <small>{t.division.perDay(number(dayMinutes / slowest))}</small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.division.balance}</dt>
          <dd>{efficiency === null ? "—" : percent(efficiency)}</dd>
        </div>
      </dl>
      {isShort && <p class="bal-short">{t.division.isShort}</p>}
    </>
  );
}
