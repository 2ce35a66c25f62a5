import { useEffect, useRef, useState } from "preact/hooks";

/** A link that does nothing at once: it says what would come of it, and is told yes or no. */
export function AskAgain(props: {
  readonly label: string;
  /** What the link is about, for whoever hears it alone. */
  readonly name: string;
  /** What would come of it. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly isOff: boolean;
  readonly onYes: () => void;
}) {
  const { label, name, question, yes, no, isOff, onYes } = props;
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  // Whoever comes by keyboard is where the answer is, on the one that changes nothing.
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button
        type="button"
        class="link"
        aria-label={name}
        disabled={isOff}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <span class="row tight">
      {question}
      <button
        type="button"
        class="link"
        disabled={isOff}
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
      <button ref={keep} type="button" class="link" onClick={() => setAsking(false)}>
        {no}
      </button>
    </span>
  );
}
