/** Progress as a length of tape; the figures stand beside it. */
export function Bar(props: { readonly done: number; readonly of: number; readonly label: string }) {
  const { done, of, label } = props;
  const ratio = of <= 0 ? 0 : Math.min(1, done / of);
  return (
    <svg
      class="length"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="length-body" width="100" height="6" />
      <rect class={ratio === 1 ? "length-full" : "length-fill"} width={100 * ratio} height="6" />
    </svg>
  );
}
