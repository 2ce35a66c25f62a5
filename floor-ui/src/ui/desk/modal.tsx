import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface ModalProps {
  /** What it looks like: its class. */
  readonly look: string;
  /** Id of its heading. */
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Before the page: Escape and a touch beside it lead back, to where the focus was. */
export function Modal({ look, heading, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // A dialog tells a task later that it closed: by then the one that follows it may be open.
  const hasGone = useRef(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      hasGone.current = true;
      shown?.close();
    };
  }, []);
  return (
    // The keyboard has Escape, which a dialog brings with it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <dialog
      ref={dialog}
      class={look}
      aria-labelledby={heading}
      onClose={() => {
        if (!hasGone.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
