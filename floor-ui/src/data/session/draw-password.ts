/** No two that look alike, and none that a keyboard moves. */
const SIGNS = "acdefghjkmnpqrtuvwxy3479";
const GROUPS = 4;
const GROUP = 4;
/** Above it a byte would favour the first signs. */
const FAIR = 256 - (256 % SIGNS.length);

/** A first password for somebody else, to be read aloud or copied: `kd7w-m3pt-xq9r-ha4c`, 73 bits. */
export function drawPassword(): string {
  const signs = Array.from({ length: GROUPS * GROUP }, drawSign).join("");
  return (signs.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/** `crypto.getRandomValues` also works over plain HTTP. */
function drawSign(): string {
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR) return SIGNS.charAt(byte % SIGNS.length);
  }
}
