import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { useHref } from "../href.ts";
import { PageTools } from "../page-tools.tsx";
import "../../styles/prepare.css";
import "../../styles/prepare-forms.css";
// In the order of the first start, whose sheets lie over each other.
import "../../styles/prepare-tables.css";
import "../../styles/start.css";
import "../../styles/access.css";

/** A page with one question and no menu: nobody is known yet. */
export function AccessFrame(props: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { title, children } = props;
  const { t } = useI18n();
  const { picture } = useScreen();
  const href = useHref();
  useEffect(() => {
    document.title = `${title} — Trame`;
  }, [title]);
  return (
    <div class="desk st-page">
      <header class="st-band">
        <a class="st-brand" href={href("/")}>
          {t.home.title}
        </a>
        <p>{picture.store.head.value?.workshop?.name ?? ""}</p>
        <PageTools />
      </header>
      <main class="st-main sign-main">{children}</main>
    </div>
  );
}
