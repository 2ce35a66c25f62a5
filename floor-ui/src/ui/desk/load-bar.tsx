/** A load as a length, the takt as a mark across it; a load above the takt is hatched beyond it. */
export function LoadBar(props: {
  readonly minutes: number;
  /** What the width stands for. */
  readonly of: number;
  readonly takt: number | null;
  readonly label: string;
}) {
  const { minutes, of, takt, label } = props;
  const at = (value: number): number => (of <= 0 ? 0 : (100 * value) / of);
  const within = takt === null ? minutes : Math.min(minutes, takt);
  return (
    <svg
      class="bal-load"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="bal-load-body" y="2" width="100" height="6" />
      <rect class="bal-load-fill" y="2" width={at(within)} height="6" />
      {minutes > within && (
        <rect class="bal-load-over" x={at(within)} y="2" width={at(minutes - within)} height="6" />
      )}
      {takt !== null && <line class="bal-load-takt" x1={at(takt)} x2={at(takt)} y1="0" y2="10" />}
    </svg>
  );
}
