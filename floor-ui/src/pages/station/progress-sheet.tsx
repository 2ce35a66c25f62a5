import { useEffect, useState } from "preact/hooks";
import type { OwnProgressAnswer, OwnProgressTold } from "../../data/station/own-progress.ts";
import { browserTimer } from "../../data/timer.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { useDesk } from "./desk.ts";

const SHOWN_MS = 60_000;

/** Somebody's own progress, asked for by them; it is gone from the screen as soon as the sheet is closed. */
export function ProgressSheet() {
  const { model, panel, tools } = useDesk();
  const { station } = useI18n().t;
  const assignmentId = model.me.value?.assignmentId ?? null;
  const [told, setTold] = useState<OwnProgressTold | null>(null);
  useEffect(() => {
    let isOld = false;
    setTold(null);
    if (assignmentId === null) return;
    void tools.askProgress(assignmentId).then((answer) => {
      if (!isOld) setTold(answer);
    });
    return () => {
      isOld = true;
    };
  }, [assignmentId, tools]);
  // A tablet is shared: what is one person's own does not stay on it.
  useEffect(
    () =>
      browserTimer(() => {
        panel.value = "none";
      }, SHOWN_MS),
    [panel],
  );
  return (
    <BackSheet icon="user-round" title={station.progress}>
      <p class="lead">{station.progressLead}</p>
      <div role="status" class="progress">
        {told === null && <p class="lead">{station.progressAsking}</p>}
        {told?.ok === false && <p class="lead">{told.message ?? station.progressUnreached}</p>}
        {told?.ok === true && <Progress progress={told.progress} />}
      </div>
    </BackSheet>
  );
}

function Progress({ progress }: { readonly progress: OwnProgressAnswer }) {
  const { t, language, number } = useI18n();
  const { station } = t;
  const { operations, looks } = progress;
  return (
    <>
      {operations.length === 0 && <p class="lead">{station.progressNone}</p>}
      <ul class="rows">
        {operations.map(({ label, daysWorked, first, latest }) => (
          <li key={label.fr}>
            <p>
              <b>{language === "en" ? (label.en ?? label.fr) : label.fr}</b>
              <span>{station.progressDays(daysWorked)}</span>
            </p>
            <p>
              {first === null || latest === null
                ? station.progressFew
                : station.progressPace({ first: number(first), latest: number(latest) })}
            </p>
          </li>
        ))}
      </ul>
      <p class="lead">{station.progressLooks(looks.length)}</p>
    </>
  );
}
