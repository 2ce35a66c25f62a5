import type { Server } from "node:net";

/**
 * Listens, and tells on which port.
 * @throws when the port is taken or the host is not this machine's
 */
export function listenOn(
  server: Server,
  where: { readonly host: string; readonly port: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: where.host, port: where.port }, () => {
      server.off("error", reject);
      server.on("error", () => undefined);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : where.port);
    });
  });
}
