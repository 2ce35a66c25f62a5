import { useScreen } from "../../data/screen-context.ts";
import { stepsOf } from "../../data/start/start-draft.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useHref } from "../href.ts";

/** A workshop that counts nothing yet is led to the questions of its first start, or back to where it left them. */
export function FirstStartCard() {
  const { t } = useI18n();
  const href = useHref();
  const draft = useScreen().firstStart.draft.value;
  return (
    <section class="first">
      <h2>{t.first.title}</h2>
      <p class="intro">{draft === null ? t.first.lead : t.first.leadBegun}</p>
      <p>
        <a class="go" href={href("/start")}>
          {draft === null
            ? t.first.go
            : t.first.resume(
                `${stepsOf(draft).indexOf(draft.step) + 1} / ${stepsOf(draft).length}`,
              )}
        </a>
      </p>
    </section>
  );
}
