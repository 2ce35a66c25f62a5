/** Name of the screens' live socket among the WebSocket subprotocols (RFC 6455, 1.9). */
export const LIVE_SUBPROTOCOL = "trame.live";

const KEY_PREFIX = "trame.key.";

/** What a station's page offers: a browser lets it send no header, and its key names it all the same ([AU9]). */
export function liveProtocols(stationKey: string | null): string[] {
  return stationKey === null ? [] : [LIVE_SUBPROTOCOL, `${KEY_PREFIX}${stationKey}`];
}

/** The key among the subprotocols that somebody offers, a list with commas; null: none. */
export function offeredKey(header: string | undefined): string | null {
  const offered = (header ?? "").split(",").map((name) => name.trim());
  return offered.find((name) => name.startsWith(KEY_PREFIX))?.slice(KEY_PREFIX.length) ?? null;
}
