import { createSecureContext, type Server, type TlsOptions } from "node:tls";
import type { Certificates } from "./start-certificates.ts";

/** Older versions are broken, and no device that can be bought today needs them. */
const OLDEST = "TLSv1.2";
const HANDSHAKE_WITHIN_MS = 10_000;

/** How every TLS listener of the server is made. */
export function secureOptions({ current: { key, cert } }: Certificates): TlsOptions {
  return { key, cert, minVersion: OLDEST, handshakeTimeout: HANDSHAKE_WITHIN_MS };
}

/** New connections are shown each new certificate; those that are open stay. */
export function follow(server: Pick<Server, "setSecureContext">, certificates: Certificates): void {
  certificates.onChanged(({ key, cert }) => {
    const context = { key, cert, minVersion: OLDEST } as const;
    createSecureContext(context);
    server.setSecureContext(context);
  });
}
