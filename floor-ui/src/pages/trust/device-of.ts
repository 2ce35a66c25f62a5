import type { DeviceKind } from "../../i18n/trust-devices-fr.ts";

/** In the order in which workshops have them. */
export const DEVICES: readonly DeviceKind[] = ["android", "windows", "ipad", "firefox", "mac"];

/** Whose steps are shown opened; null where nothing is recognised. Firefox has a store of its own on computers alone. */
export function deviceOf(
  browser: Pick<Navigator, "userAgent" | "maxTouchPoints">,
): DeviceKind | null {
  const { userAgent, maxTouchPoints } = browser;
  if (userAgent.includes("Android")) return "android";
  // An iPad calls itself a Mac, which has no touch screen.
  if (/iPad|iPhone/.test(userAgent)) return "ipad";
  if (userAgent.includes("Macintosh") && maxTouchPoints > 1) return "ipad";
  if (userAgent.includes("Firefox/")) return "firefox";
  if (userAgent.includes("Macintosh")) return "mac";
  return userAgent.includes("Windows") ? "windows" : null;
}
