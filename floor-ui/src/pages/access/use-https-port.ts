import { useEffect, useState } from "preact/hooks";
import { readHttpsPort } from "../../data/session/usual-address.ts";

/** The port on which the server is heard over TLS; null until it said so, and where there is none. */
export function useHttpsPort(): number | null {
  const [port, setPort] = useState<number | null>(null);
  useEffect(() => void readHttpsPort((input, init) => fetch(input, init)).then(setPort), []);
  return port;
}
