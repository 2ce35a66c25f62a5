import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { DeskIcon } from "./desk-icon.tsx";
import { Modal } from "./modal.tsx";

/** Beside the page, as high as it: what is behind something on it. */
export function SidePanel(props: {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const { title, close, onClose, children } = props;
  const heading = useId();
  return (
    <Modal look="side-panel" heading={heading} onClose={onClose}>
      <div class="side-panel-in">
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" class="plain icon-only" aria-label={close} onClick={onClose}>
            <DeskIcon name="close" />
          </button>
        </header>
        {children}
      </div>
    </Modal>
  );
}
