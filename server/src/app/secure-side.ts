import { mkdirSync } from "node:fs";
import type { Broker } from "@trame/broker";
import type { AppOptions } from "../app.ts";
import { type Certificates, startCertificates } from "../tls/start-certificates.ts";
import { type PlainSide, startHttps } from "../tls/start-https.ts";
import { type Listener, startMqtts } from "../tls/start-mqtts.ts";

/** Ports of what is heard over TLS; null: not heard. */
export interface SecurePorts {
  readonly httpsPort: number | null;
  readonly mqttsPort: number | null;
}

/** HTTPS and MQTTS of one run. */
export interface SecureSide extends SecurePorts {
  readonly authority: Certificates["authority"];
  /** Null while nothing is heard over TLS. */
  readonly origin: "own" | "made" | null;
  /** Beside the plain listeners, once they are there. */
  start(plain: PlainSide, broker: Pick<Broker, "attach">): Promise<void>;
  close(): Promise<void>;
}

export interface SecureSideOptions {
  readonly host: string;
  readonly ports: SecurePorts;
  /** Null: TLS is off. */
  readonly certificates: Certificates | null;
  /** A sentence for whoever started the server. */
  readonly tell?: (sentence: string) => void;
}

/** Null where nothing is to be heard over TLS, or where no certificate can be made: the floor does without. */
export async function openCertificates({
  data,
  tls,
  names = [],
  tell,
}: Pick<AppOptions, "data" | "tls" | "names" | "tell">): Promise<Certificates | null> {
  const say = tell ?? (() => undefined);
  if (tls === undefined || (tls.httpsPort ?? tls.mqttsPort) === null) return null;
  mkdirSync(data, { recursive: true });
  try {
    return await startCertificates({ data, names, now: Date.now, tell: say });
  } catch (error) {
    say(`TRAME_DATA/tls : pas de certificat, et donc ni HTTPS ni MQTTS (${String(error)}).`);
    return null;
  }
}

/** A port that is taken leaves the plain listeners alone: the floor does not wait for a certificate. */
export function createSecureSide(options: SecureSideOptions): SecureSide {
  const { host, certificates, tell = () => undefined } = options;
  let https: Listener | null = null;
  let mqtts: Listener | null = null;

  async function listen(
    variable: string,
    port: number | null,
    start: (where: { host: string; port: number; certificates: Certificates }) => Promise<Listener>,
  ): Promise<Listener | null> {
    if (port === null || certificates === null) return null;
    try {
      return await start({ host, port, certificates });
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
      tell(notHeard(variable, port, why));
      return null;
    }
  }

  return {
    get httpsPort() {
      return https?.port ?? null;
    },
    get mqttsPort() {
      return mqtts?.port ?? null;
    },
    get authority() {
      return https === null ? null : (certificates?.authority ?? null);
    },
    get origin() {
      return https === null ? null : (certificates?.current.origin ?? null);
    },
    async start(plain, broker) {
      const { httpsPort, mqttsPort } = options.ports;
      https = await listen("TRAME_HTTPS_PORT", httpsPort, (where) => startHttps(plain, where));
      mqtts = await listen("TRAME_MQTTS_PORT", mqttsPort, (where) =>
        startMqtts({ ...where, broker }),
      );
    },
    async close() {
      await Promise.all([https?.close(), mqtts?.close()]);
    },
  };
}

function notHeard(variable: string, port: number, why: string): string {
  const reason = why === "EADDRINUSE" ? "est déjà pris" : `ne peut pas être ouvert (${why})`;
  return `${variable} : le port ${port} ${reason} ; Trame tourne sans lui, sans chiffrement sur ce côté.`;
}
