import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { FloorIcon } from "./floor-icon.tsx";

export interface DeskSheetProps {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One idea before the page: Escape, the cross and a touch beside it lead back, to where the focus was. */
export function DeskSheet({ title, close, onClose, children }: DeskSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
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
      class="fd-sheet"
      aria-labelledby={heading}
      onClose={() => {
        if (!hasGone.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="fd-sheet-in">
        <header class="fd-sheet-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="fd-b icon-only" aria-label={close} onClick={onClose}>
            <FloorIcon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
