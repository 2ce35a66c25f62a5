/** Where a page was opened. */
export type Opened = Pick<Location, "protocol" | "host" | "hostname">;

/**
 * The address at which somebody signs in, as it is said aloud: over TLS where the server is heard so, since it takes no password
 * in the clear from another device ([AU7]). `192.168.1.20:8080`, `https://atelier.local:8443`.
 */
export function sayAddress({ protocol, host, hostname }: Opened, httpsPort: number | null): string {
  if (protocol === "https:") return `https://${host}`;
  return httpsPort === null ? host : `https://${hostname}:${httpsPort}`;
}

/** The port on which the server is heard over TLS; null: none, or nobody says so. */
export async function readHttpsPort(ask: typeof fetch): Promise<number | null> {
  try {
    const response = await ask("/api/v1/tls");
    const told = (await response.json()) as { readonly httpsPort?: unknown };
    return typeof told.httpsPort === "number" ? told.httpsPort : null;
  } catch {
    return null;
  }
}
