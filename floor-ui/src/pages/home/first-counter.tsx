import type { ComponentChildren } from "preact";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Copyable } from "../../ui/copyable.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useHref } from "../href.ts";
import { createFirstCounter } from "./example.ts";

/** A workshop that counts nothing yet is shown how to add its first counter. */
export function FirstCounter({ hasPlan }: { readonly hasPlan: boolean }) {
  const { t } = useI18n();
  const href = useHref();
  const drawn = useScreen().firstSecret.draw();
  const { origin, hostname } = location;
  const example = createFirstCounter({ origin, hostname, ...drawn, words: t.first });
  const words = { copy: t.first.copy, copied: t.first.copied, select: t.first.select };
  return (
    <section class="first">
      <h2>{t.first.title}</h2>
      <p class="intro">{hasPlan ? t.first.leadPlanned : t.first.lead}</p>
      <ol>
        <Step title={t.first.planTitle} isDone={hasPlan}>
          <p>{t.first.planText}</p>
          <Copyable text={example.plan} name={t.first.planTitle} words={words} />
          <p class="hint">{t.first.secretHint}</p>
        </Step>
        <Step title={t.first.sendTitle} isDone={hasPlan}>
          <p>{t.first.sendText}</p>
          <Copyable text={example.send} name={t.first.sendTitle} words={words} />
        </Step>
        <Step title={t.first.countTitle} isDone={false}>
          <p>{t.first.countText}</p>
          <Copyable text={example.count} name={t.first.countTitle} words={words} />
          <p class="hint">{t.first.doneText}</p>
          <p>
            <a class="go" href={href("/wall")}>
              {t.first.openWall}
            </a>
          </p>
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly title: string;
  readonly isDone: boolean;
  readonly children: ComponentChildren;
}

/** What is done stays open: the page must not move under the hand that copies from it. */
function Step({ title, isDone, children }: StepProps) {
  const { t } = useI18n();
  return (
    <li>
      <h3>
        {title}{" "}
        {isDone && (
          <span class="done">
            <Icon name="check" />
            {t.first.done}
          </span>
        )}
      </h3>
      {children}
    </li>
  );
}
