import type { ComponentChildren } from "preact";
import { LineIcon, type LineIconName } from "../../ui/station/line-icon.tsx";

/** Nothing can be done here yet: why, and what to do. */
export function NoticeScreen(props: {
  readonly icon?: LineIconName;
  readonly title: string;
  readonly hint: string | null;
  readonly children?: ComponentChildren;
}) {
  return (
    <main class="station full notice">
      <section class="big neu" role="status">
        {props.icon !== undefined && <LineIcon name={props.icon} />}
        <h1 class="t">{props.title}</h1>
        {props.hint !== null && <p class="s">{props.hint}</p>}
        {props.children}
      </section>
    </main>
  );
}
