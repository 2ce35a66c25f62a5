/** A ratio as a length beside its figure; past 1 it is full. */
export function Meter({ ratio }: { readonly ratio: number | null }) {
  if (ratio === null) return null;
  return (
    <svg class="meter" viewBox="0 0 60 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="meter-all" width="60" height="8" rx="2" />
      <rect class="meter-part" width={60 * Math.min(1, ratio)} height="8" rx="2" />
    </svg>
  );
}
