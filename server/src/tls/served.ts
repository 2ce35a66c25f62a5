import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";

/** What a listener shows: a key and its certificate, with those that signed it, in PEM. */
export interface Served {
  readonly key: string;
  readonly cert: string;
  /** The workshop brought it, or it was made here. */
  readonly origin: "own" | "made";
}

/** Why a pair of files can't be used, for whoever put them there. */
export type PairFault = "half" | "cert-unreadable" | "key-unreadable" | "not-a-pair" | "expired";

/** Looks a pair over before anybody is shown it; null when all is well. */
export function faultOf(
  { key, cert }: Pick<Served, "key" | "cert">,
  now: number,
): PairFault | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
  } catch {
    return "cert-unreadable";
  }
  try {
    if (!certificate.checkPrivateKey(createPrivateKey(key))) return "not-a-pair";
    createSecureContext({ key, cert });
  } catch {
    return "key-unreadable";
  }
  return certificate.validToDate.getTime() <= now ? "expired" : null;
}
