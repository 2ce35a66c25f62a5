/** Random hex digits, an even number of them; `crypto.getRandomValues` also works over plain HTTP. */
export function drawHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
