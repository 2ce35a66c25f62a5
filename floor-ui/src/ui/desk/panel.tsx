import type { ComponentChildren } from "preact";

/** A block of a desk page: its title, what stands at the right of it, its content. */
export function Panel(props: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { title, aside, children } = props;
  return (
    <section class="panel">
      <header class="panel-head">
        <h2>{title}</h2>
        {aside !== undefined && <div class="aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
