import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Gives the focus to its first button when it appears: whoever has only a keyboard goes on from there. */
export function FocusFirst(props: {
  readonly class: string;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector("button")?.focus(), []);
  return (
    <div class={props.class} ref={box}>
      {props.children}
    </div>
  );
}
