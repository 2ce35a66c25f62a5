import { AnswerLine } from "./answer-line.tsx";
import { shownBundle, useDesk } from "./desk.ts";
import { Job } from "./job.tsx";
import { useHeld } from "./use-held.ts";
import { WorkActions } from "./work-actions.tsx";
import { WorkFrame } from "./work-frame.tsx";

/** `#travail`: the bundle, the count, the last answer, the actions. */
export function WorkScreen() {
  const desk = useDesk();
  const { model } = desk;
  const view = model.view.value;
  const open = useHeld(shownBundle(desk), model.isSaving.value);
  if (view === null) return null;
  return (
    <WorkFrame
      view={view}
      open={open}
      job={
        <>
          <Job view={view} open={open} />
          <AnswerLine />
        </>
      }
      actions={<WorkActions open={open} />}
    />
  );
}
