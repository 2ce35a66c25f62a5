import type { ComponentChildren } from "preact";
import type { Draft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Said } from "../../prepare/said.tsx";
import { LeftPlans } from "./left-plans.tsx";

export interface SaveBarProps<Value> {
  readonly draft: Draft<Value>;
  /** What differs between two states, in sentences. */
  readonly tell: (before: Value, after: Value) => readonly string[];
  /** From when it holds: « À partir de maintenant : ». */
  readonly since?: string | undefined;
  /** A field can't be read: what is typed there would not be what is saved. */
  readonly isUnread?: boolean;
  /** Beside the summary: from when it holds. */
  readonly children?: ComponentChildren;
}

/** What will change, in sentences, before it is sent; what somebody else changed meanwhile; what came of it. */
export function SaveBar<Value>(props: SaveBarProps<Value>) {
  const { draft, tell, since, isUnread = false, children } = props;
  const { t } = useSettingsWords();
  const { base, value, outcome, left, isBusy, meanwhile } = draft;
  if (base === null || value === null) return null;
  const told = tell(base, value);
  const faults = outcome?.kind === "refused" ? outcome.refusal.faults.length : 0;
  const isMeant = draft.isChanged && told.length > 0;
  return (
    <section
      class="se-save"
      aria-label={t.settings.willChange}
      data-open={isMeant || outcome !== null || left.length > 0}
    >
      {meanwhile !== null && (
        <div class="se-meanwhile" role="alert">
          <h2>{t.settings.meanwhile}</h2>
          <Sentences of={tell(meanwhile.before, meanwhile.after)} />
          <p>{isMeant ? t.settings.meanwhileKept : t.settings.meanwhileSame}</p>
        </div>
      )}
      {faults > 0 ? (
        <p class="se-faults" role="alert">
          <DeskIcon name="alert" />
          {t.settings.toMend(faults)}
        </p>
      ) : (
        <Said outcome={outcome} />
      )}
      <LeftPlans left={left} />
      {isMeant && (
        <>
          <div class="se-save-head">
            <h2>{t.settings.willChange}</h2>
            {children}
          </div>
          {since !== undefined && <p>{since}</p>}
          <Sentences of={told} />
          {isUnread && <p class="fault">{t.settings.unreadField}</p>}
          <div class="row">
            <button type="submit" class="act" disabled={isBusy || isUnread}>
              {t.settings.save(told.length)}
            </button>
            <button type="button" class="plain" disabled={isBusy} onClick={draft.undo}>
              {t.settings.undo}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul class="se-changes">
      {of.map((sentence, index) => (
        <li key={`${index} ${sentence}`}>{sentence}</li>
      ))}
    </ul>
  );
}
