import { useSignWords } from "../../i18n/access-sign.ts";
import { DeskIcon } from "../../ui/desk/desk-icon.tsx";
import type { Entering } from "./use-entering.ts";
import { useSays } from "./use-says.ts";

/** Why nobody was let in, and how long to wait: the sentence is read aloud once, its seconds are only seen. */
export function EnteringSaid({ entering }: { readonly entering: Entering }) {
  const { t } = useSignWords();
  const { span } = useSays();
  const { refusal, waitSeconds, isOver } = entering;
  return (
    <>
      <div role="status" class="said">
        {refusal !== null && !isOver && (
          <div class="refusal">
            <p>
              <DeskIcon name="alert" />
              {refusal.message === "" ? t.signIn.unreached : refusal.message}
            </p>
          </div>
        )}
        {isOver && <p>{t.signIn.mayTry}</p>}
      </div>
      {waitSeconds > 0 && <p class="about">{t.signIn.wait(span(waitSeconds))}</p>}
    </>
  );
}
