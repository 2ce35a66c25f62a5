/** Where the server listens, as it says itself. */
export interface ServerAddresses {
  readonly mqttPort: number;
  /** Whether other devices can reach it. */
  readonly isOpen: boolean;
  /** Of this machine in its networks. */
  readonly addresses: readonly string[];
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/** What a counter is to call: the name that this page was found under, unless that means its own machine. */
export function serverHost({ addresses, isOpen }: ServerAddresses, hostname: string): string {
  return isOpen && isLoopback(hostname) ? (addresses[0] ?? hostname) : hostname;
}
