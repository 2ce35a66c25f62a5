/** The sign of Trame, a plain weave; always beside its name. */
export function TrameMark() {
  return (
    <svg class="trame-mark" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M1 6h6m5 0h9M1 16h9m5 0h6M6 1v9m0 5v6M16 1v6m0 5v9" />
    </svg>
  );
}
