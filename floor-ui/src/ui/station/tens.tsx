/** Beyond these a picture of single pieces says nothing any more. */
const MOST_TENS = 10;

/** Pieces as little blocks in groups of ten, full and empty; the number stands above it. */
export function Tens({ done, of }: { readonly done: number; readonly of: number }) {
  const groups = Math.ceil(of / 10);
  if (groups === 0 || groups > MOST_TENS) return null;
  return (
    <p class="tens" aria-hidden="true">
      {Array.from({ length: groups }, (_, group) => (
        <span key={group}>
          {Array.from({ length: Math.min(10, of - group * 10) }, (_unused, index) => (
            <i key={index} class={group * 10 + index < done ? "" : "o"} />
          ))}
        </span>
      ))}
    </p>
  );
}
