import { useMemo } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { Copyable } from "../../ui/copyable.tsx";
import { useHref } from "../href.ts";
import { createFirstCounter, drawHex } from "./example.ts";

/** An empty workshop is shown how to add its first counter. */
export function FirstCounter() {
  const { t } = useI18n();
  const href = useHref();
  const drawn = useMemo(() => ({ secret: drawHex(32), boot: drawHex(8) }), []);
  const { origin, hostname } = location;
  const example = createFirstCounter({ origin, hostname, ...drawn, words: t.first });
  const words = { copy: t.first.copy, copied: t.first.copied, select: t.first.select };
  return (
    <section class="first">
      <h2>{t.first.title}</h2>
      <p class="intro">{t.first.lead}</p>
      <ol>
        <li>
          <h3>{t.first.planTitle}</h3>
          <p>{t.first.planText}</p>
          <Copyable text={example.plan} name={t.first.planTitle} words={words} />
          <p class="hint">{t.first.secretHint}</p>
        </li>
        <li>
          <h3>{t.first.sendTitle}</h3>
          <p>{t.first.sendText}</p>
          <Copyable text={example.send} name={t.first.sendTitle} words={words} />
        </li>
        <li>
          <h3>{t.first.countTitle}</h3>
          <p>{t.first.countText}</p>
          <Copyable text={example.count} name={t.first.countTitle} words={words} />
          <p class="hint">{t.first.doneText}</p>
          <p>
            <a class="go" href={href("/wall")}>
              {t.first.openWall}
            </a>
          </p>
        </li>
      </ol>
    </section>
  );
}
