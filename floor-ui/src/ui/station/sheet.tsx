import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { BigButton } from "./big-button.tsx";
import { LineIcon, type LineIconName } from "./line-icon.tsx";

/** One idea over the whole screen. */
export interface SheetProps {
  readonly icon: LineIconName;
  readonly title: string;
  /** The word on the way back; none where there is no way back but an answer. */
  readonly close: {
    readonly label: string;
    readonly onClose: () => void;
    /** To the sheet before this one, not out of it. */
    readonly isBack?: boolean;
  } | null;
  readonly children: ComponentChildren;
}

/** Takes the focus when it opens; Escape goes back. */
export function Sheet({ icon, title, close, children }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is seen: who is quick with the keyboard neither loses the focus nor a key.
  useLayoutEffect(() => heading.current?.focus(), [title]);
  useLayoutEffect(() => {
    if (close === null) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") close.onClose();
    };
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [close]);
  return (
    <main class="station sheet">
      <header class="head">
        <span class="pic">
          <LineIcon name={icon} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {close !== null && (
          <BigButton
            icon={close.isBack === true ? "arrow-left" : "x"}
            label={close.label}
            weight="soft"
            onPress={close.onClose}
          />
        )}
      </header>
      {children}
    </main>
  );
}
