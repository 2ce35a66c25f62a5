import { useRead } from "../../../data/desk/use-read.ts";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { Waiting } from "../../prepare/said.tsx";
import type { PurgeRow } from "./privacy-rows.ts";

/** The latest are enough here; all are in the journal. */
const SHOWN = 5;

/** What was deleted at the end of its time, and whether it is proved. */
export function PurgesPanel() {
  const { t, date, dayOf, time } = usePrivacyWords();
  const reading = useRead<{ purges: PurgeRow[] }>("/api/v1/privacy/purges");
  const purges = reading.value?.purges ?? [];
  return (
    <Panel title={t.purges.title}>
      <p class="about">{t.purges.lead}</p>
      <Waiting reading={reading} />
      {reading.value !== null && purges.length === 0 && <p>{t.purges.none}</p>}
      <ol class="pv-purges">
        {purges.slice(0, SHOWN).map((purge) => {
          const rows = Object.values(purge.taken).reduce((sum, taken) => sum + taken, 0);
          return (
            <li key={purge.at}>
              <DeskIcon name={purge.proof.isProven ? "check" : "alert"} />
              <span>
                <b>{`${date(dayOf(purge.at))}, ${time(purge.at)}`}</b>
                <small>
                  {[
                    purge.cause === "night" ? t.purges.night : t.purges.removal,
                    t.purges.rows(rows),
                    ...(purge.backups.rewritten > 0
                      ? [t.purges.backups(purge.backups.rewritten)]
                      : []),
                    purge.proof.isProven ? t.purges.proven : t.purges.unproven,
                  ].join(" · ")}
                </small>
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
