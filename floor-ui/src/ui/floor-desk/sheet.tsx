import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Modal } from "../desk/modal.tsx";
import { FloorIcon } from "./floor-icon.tsx";

export interface DeskSheetProps {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One idea before the page; the cross leads back too. */
export function DeskSheet({ title, close, onClose, children }: DeskSheetProps) {
  const heading = useId();
  return (
    <Modal look="fd-sheet" heading={heading} onClose={onClose}>
      <div class="fd-sheet-in">
        <header class="fd-sheet-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="fd-b icon-only" aria-label={close} onClick={onClose}>
            <FloorIcon name="close" />
          </button>
        </header>
        {children}
      </div>
    </Modal>
  );
}
