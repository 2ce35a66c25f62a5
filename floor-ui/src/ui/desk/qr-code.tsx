import { encode } from "uqr";

/** Clear modules on every side (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code, dark on light whatever the theme: that is how cameras read it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={modules.join("")} shape-rendering="crispEdges" />
    </svg>
  );
}
