import { useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

/** What the button says. */
export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  /** Where the browser may not copy (plain HTTP): the text is selected instead. */
  readonly select: string;
}

/** A text to be copied, with the button that does it. */
export function Copyable(props: {
  readonly text: string;
  readonly name: string;
  readonly words: CopyWords;
}) {
  const { text, name, words } = props;
  const block = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState(words.copy);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // The clipboard exists on HTTPS and localhost only.
      if (block.current !== null) getSelection()?.selectAllChildren(block.current);
      setSaid(words.select);
    }
  }

  return (
    <div class="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={name}>
        <pre ref={block}>{text}</pre>
      </section>
      <button type="button" onClick={() => void copy()} aria-live="polite">
        <Icon name={said === words.copied ? "check" : "copy"} />
        {said}
      </button>
    </div>
  );
}
