/** The shapes that mean a state, and the tick. Ours; each is always followed by its word. */
export type Shape =
  | "running"
  | "waiting"
  | "stopped"
  | "no-data"
  | "no-counter"
  | "closed"
  | "bottleneck"
  | "ok";

/** A solid shape in the colour of the text around it. */
export function Glyph({ shape }: { readonly shape: Shape }) {
  return (
    <svg class="g" viewBox="0 0 24 24" aria-hidden="true">
      {drawing(shape)}
    </svg>
  );
}

function drawing(shape: Shape) {
  switch (shape) {
    case "running":
      return (
        <path
          d="M5.5 3.6v16.8L20.5 12z"
          stroke="currentColor"
          stroke-width="2"
          stroke-linejoin="round"
        />
      );
    case "waiting":
      return (
        <path d="M5 3h4a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zm10 0h4a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z" />
      );
    case "stopped":
      return <rect x="3" y="3" width="18" height="18" rx="1.5" />;
    case "no-data":
      return (
        <circle
          cx="12"
          cy="12"
          r="9"
          fill="none"
          stroke="currentColor"
          stroke-width="2.8"
          stroke-dasharray="4.4 5.02"
          stroke-dashoffset="2"
        />
      );
    case "no-counter":
      return <circle cx="12" cy="12" r="4" />;
    case "closed":
      return <rect x="3" y="10" width="18" height="4" rx="2" />;
    case "bottleneck":
      return <path d="M2.5 3h19l-6.8 9V21H9.3v-9z" />;
    case "ok":
      return (
        <path
          fill-rule="evenodd"
          d="M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22zm5.6 7.2-1.9-1.9-5.4 5.6-2.2-2.3-1.9 1.9 4.1 4.2z"
        />
      );
  }
}
