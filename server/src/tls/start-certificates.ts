import { join } from "node:path";
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { type MadePair, readyMadePair } from "./made-pair.ts";
import { type Machine, ownNames, readMachine } from "./own-names.ts";
import { readOwnPair, stampOfOwnPair } from "./own-pair.ts";
import type { PairFault, Served } from "./served.ts";

/** The certificate that is shown now, and who is told when it is another. */
export interface Certificates {
  readonly current: Served;
  /** What a device is to trust; null while the workshop has a certificate of its own. */
  readonly authority: TrustedOnce | null;
  onChanged(listener: (served: Served) => void): void;
  /** Looks at files, addresses and terms, as it does by itself every ten seconds. */
  lookAgain(): Promise<void>;
  close(): void;
}

/** An authority that a device trusts once. */
export interface TrustedOnce {
  readonly pem: string;
  readonly fingerprint: Fingerprint;
}

export interface CertificatesOptions {
  /** TRAME_DATA */
  readonly data: string;
  /** TRAME_NAMES */
  readonly names: readonly string[];
  /** UTC ms. */
  readonly now: () => number;
  /** A sentence for whoever started the server. */
  readonly tell: (sentence: string) => void;
  readonly machine?: () => Machine;
}

const LOOK_EVERY_MS = 10_000;

/**
 * Serves the workshop's own certificate where there is one, and one made here where there is none or it can't be used ([TL1], [TL2]).
 * @throws when none can be made either
 */
export async function startCertificates(options: CertificatesOptions): Promise<Certificates> {
  const listeners: ((served: Served) => void)[] = [];
  let held = await look(options, null);
  let isLooking = false;

  async function lookAgain(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const before = held.served;
      held = await look(options, held);
      if (held.served.cert === before.cert && held.served.key === before.key) return;
      for (const listener of listeners) listener(held.served);
    } catch (error) {
      options.tell(`Le certificat ne peut pas être relu : ${String(error)}`);
    } finally {
      isLooking = false;
    }
  }

  const timer = setInterval(() => void lookAgain(), LOOK_EVERY_MS);
  timer.unref();
  return {
    get current() {
      return held.served;
    },
    get authority() {
      if (held.served.origin === "own") return null;
      const { authority: pem } = held.made;
      return { pem, fingerprint: fingerprintOf(pem) };
    },
    onChanged: (listener) => void listeners.push(listener),
    lookAgain,
    close: () => clearInterval(timer),
  };
}

/** What was found at the last look. */
interface Held {
  readonly served: Served;
  readonly made: MadePair;
  readonly stamp: string;
  readonly madeFor: string;
}

async function look(options: CertificatesOptions, before: Held | null): Promise<Held> {
  const folder = join(options.data, "tls");
  const { made, madeFor } = await lookAtMade(folder, options, before);
  const stamp = stampOfOwnPair(folder);
  const { served: shown } = before ?? made;
  // A pair that can't be used any more takes nothing from those who are served under the former one.
  let served = shown.origin === "own" ? shown : made.served;
  if (before?.stamp !== stamp) {
    const own = readOwnPair(folder, options.now());
    if ("fault" in own) options.tell(FAULT_SENTENCES[own.fault]);
    else served = own.served ?? made.served;
  }
  return { served, made, stamp, madeFor };
}

async function lookAtMade(folder: string, options: CertificatesOptions, before: Held | null) {
  const now = options.now();
  const names = ownNames((options.machine ?? readMachine)(), options.names);
  const madeFor = JSON.stringify(names);
  const kept = before?.madeFor === madeFor && now < before.made.renewAt ? before.made : null;
  const made = kept ?? (await readyMadePair({ folder, names, now }));
  const uncovered = made.uncovered.join();
  if (uncovered !== (before?.made.uncovered.join() ?? "")) options.tell(uncoveredSentence(made));
  return { made, madeFor };
}

const MEANWHILE = "en attendant, Trame montre le sien";

const FAULT_SENTENCES: Readonly<Record<PairFault, string>> = {
  half: `TRAME_DATA/tls : il faut les deux fichiers, cert.pem et key.pem ; ${MEANWHILE}.`,
  "cert-unreadable": `TRAME_DATA/tls/cert.pem n'est pas un certificat au format PEM ; ${MEANWHILE}.`,
  "key-unreadable": `TRAME_DATA/tls/key.pem n'est pas une clé PEM sans mot de passe ; ${MEANWHILE}.`,
  "not-a-pair": `TRAME_DATA/tls : key.pem n'est pas la clé de cert.pem ; ${MEANWHILE}.`,
  expired: `TRAME_DATA/tls/cert.pem n'est plus valable ; ${MEANWHILE}.`,
};

function uncoveredSentence({ uncovered: names }: MadePair): string {
  if (names.length === 0) return "Le certificat de Trame vaut de nouveau pour tous ses noms.";
  return `Le certificat de Trame ne peut pas valoir pour ${names.join(", ")} : supprimez TRAME_DATA/tls/made et relancez, puis faites approuver la nouvelle autorité (page /trust).`;
}
