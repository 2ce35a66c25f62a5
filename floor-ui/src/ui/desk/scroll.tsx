import type { ComponentChildren } from "preact";

/** A wide table that scrolls by itself; by keyboard too, also where nothing in it takes the focus. */
export function Scroll(props: { readonly name: string; readonly children: ComponentChildren }) {
  const { name, children } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
