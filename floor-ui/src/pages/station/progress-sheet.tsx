import { useCallback, useEffect, useState } from "preact/hooks";
import type {
  OwnProgressAnswer,
  OwnProgressTold,
  ProgressAsked,
} from "../../data/station/own-progress.ts";
import { browserTimer } from "../../data/timer.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { BackSheet } from "./back-sheet.tsx";
import { CodeEntry } from "./code-entry.tsx";
import { useDesk } from "./desk.ts";

const SHOWN_MS = 60_000;

/** Somebody's own progress, once they have shown their badge; it is gone from the screen as soon as the sheet is closed. */
export function ProgressSheet() {
  const { panel } = useDesk();
  const { station } = useI18n().t;
  const { told, isAsking, show } = useBadged();
  const isShown = told?.ok === true;
  // A tablet is shared: what is one person's own does not stay on it.
  useEffect(
    () =>
      browserTimer(() => {
        panel.value = "none";
      }, SHOWN_MS),
    [panel, isShown],
  );
  return (
    <BackSheet icon="user-round" title={station.progress}>
      <p class="lead">{isShown ? station.progressLead : station.progressBadge}</p>
      <div role="status" class="progress">
        {isAsking && <p class="lead">{station.progressAsking}</p>}
        {told?.ok === false && <p class="lead">{told.message ?? station.progressUnreached}</p>}
        {isShown && <Progress progress={told.progress} />}
      </div>
      {!isShown && <CodeEntry hint={station.typeBadgeHint} onTyped={show} />}
    </BackSheet>
  );
}

/** Anybody may choose anybody on a shared tablet: what is told is told to the badge that is shown now, not to who is chosen. */
function useBadged() {
  const { model, tools } = useDesk();
  const assignmentId = model.me.value?.assignmentId ?? null;
  const [shown, setShown] = useState<ProgressAsked | null>(null);
  const [told, setTold] = useState<OwnProgressTold | null>(null);
  const asked = shown?.assignmentId === assignmentId ? shown : null;
  const show = useCallback(
    (badge: string) => setShown(assignmentId === null ? null : { assignmentId, badge }),
    [assignmentId],
  );
  useEffect(() => tools.takeBadges(show), [show, tools]);
  useEffect(() => {
    let isOld = false;
    setTold(null);
    if (asked === null) return;
    void tools.askProgress(asked).then((answer) => {
      if (!isOld) setTold(answer);
    });
    return () => {
      isOld = true;
    };
  }, [asked, tools]);
  return { told: asked === null ? null : told, isAsking: asked !== null && told === null, show };
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
