const DASH = "—";

/** A figure that is not told, with why. */
export function Masked({ reason }: { readonly reason: string }) {
  return (
    <span class="masked" role="img" aria-label={reason} title={reason}>
      {DASH}
    </span>
  );
}
