import { useEffect, useId, useState } from "preact/hooks";
import { type IdleWatch, startIdleWatch } from "../../data/session/idle.ts";
import { useSession } from "../../data/session/use-session.ts";
import { browserTimer } from "../../data/timer.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { Modal } from "../../ui/desk/modal.tsx";
import { useSays } from "./use-says.ts";
import "../../styles/access.css";

const MINUTE_MS = 60_000;
/** What shows that somebody is there. */
const SIGNS = ["pointerdown", "keydown", "wheel"] as const;

/** On a shared device: tells a minute before the session ends by itself, then ends it ([AU6]). */
export function IdleNotice({ idleMinutes }: { readonly idleMinutes: number }) {
  const session = useSession();
  const [watch, setWatch] = useState<IdleWatch | null>(null);
  useEffect(() => {
    const started = startIdleWatch({
      limitMs: idleMinutes * MINUTE_MS,
      setTimer: browserTimer,
      monotonic: () => performance.now(),
      onEnd: () => void session.stepAway(),
    });
    const touch = () => {
      // Once it is asked, only an answer counts: a wheel that is still turning is none.
      if (started.left.peek() === null) started.touch();
    };
    for (const sign of SIGNS) addEventListener(sign, touch, { capture: true, passive: true });
    setWatch(started);
    return () => {
      started.close();
      for (const sign of SIGNS) removeEventListener(sign, touch, { capture: true });
    };
  }, [idleMinutes, session]);
  const left = watch?.left.value ?? null;
  return watch !== null && left !== null && left > 0 ? (
    <StillThere left={left} onStay={watch.touch} />
  ) : null;
}

function StillThere(props: { readonly left: number; readonly onStay: () => void }) {
  const { left, onStay } = props;
  const { t } = useSignWords();
  const { span } = useSays();
  const heading = useId();
  return (
    <Modal look="sign-again" heading={heading} onClose={onStay}>
      <div class="sign-again-in">
        <h2 id={heading}>{t.who.idleTitle}</h2>
        <p aria-live="off">{t.who.idle(span(left))}</p>
        <div class="sign-turn">
          <button type="button" class="act" onClick={onStay}>
            {t.who.stay}
          </button>
        </div>
      </div>
    </Modal>
  );
}
