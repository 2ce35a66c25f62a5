import { useAccessWords } from "../../../i18n/access.ts";
import { Copyable } from "../../../ui/copyable.tsx";

/** A secret that is told once, and where it goes. */
export function ShownOnce(props: {
  readonly title: string;
  readonly secret: string;
  readonly hint: string;
}) {
  const { title, secret, hint } = props;
  const { t } = useAccessWords();
  return (
    <section class="ac-once">
      <h3>{title}</h3>
      <Copyable key={secret} text={secret} name={title} words={t.copy} />
      <p class="about">{hint}</p>
    </section>
  );
}
