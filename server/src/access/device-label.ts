/** From the particular to the general: browsers name those they come from too. */
const BROWSERS = [
  ["Edge", /\bEdg(?:A|iOS)?\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** Browser and system of a device, as somebody would name them who looks for theirs in a list; null when neither is known. */
export function deviceLabel(userAgent: string | undefined): string | null {
  const named = [BROWSERS, SYSTEMS].flatMap(
    (list) => list.find(([, sign]) => sign.test(userAgent ?? ""))?.[0] ?? [],
  );
  return named.length === 0 ? null : named.join(" · ");
}
