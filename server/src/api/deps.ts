import type { Duplex } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import type { SecurityLog } from "../access/security-log/security-log.ts";
import type { Access } from "../access/start-access.ts";
import type { BackupDesk } from "../backup/backup-desk.ts";
import type { Balance } from "../balance/start-balance.ts";
import type { Evening } from "../exports/evening/start-evening.ts";
import type { Exports } from "../exports/start-exports.ts";
import type { Tables } from "../imports/start-tables.ts";
import type { JournalWatch } from "../journal/start-journal-watch.ts";
import type { Live } from "../live/start-live.ts";
import type { Paper } from "../paper/start-paper.ts";
import type { NameVault } from "../people/name-vault.ts";
import type { Recorder } from "../record.ts";
import type { PurgeDesk } from "../retention/purge-desk.ts";
import type { Store } from "../store/open-store.ts";
import type { Credentials } from "./access/identify.ts";
import type { RateLimits } from "./rate-limit.ts";

/** What the HTTP side works with; `app.ts` hands it in. */
export interface HttpDeps {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** On which counters are heard. */
  readonly mqttPort: number;
  readonly store: Store;
  /** What people do enters here. */
  readonly recorder: Pick<Recorder, "act">;
  /** When the disk began to refuse what is to be stored, UTC ms; null while it takes it. */
  readonly failingSince: () => number | null;
  readonly live: Live;
  readonly paper: Paper;
  readonly tables: Tables;
  readonly balance: Balance;
  readonly exports: Exports;
  readonly evening: Evening;
  readonly backups: BackupDesk;
  /** Opens civil names. */
  readonly names: NameVault;
  readonly journal: Pick<JournalWatch, "last">;
  readonly purges: Pick<PurgeDesk, "soon">;
  /** UTC ms. */
  readonly now: () => number;
  /** The token that opens everything. */
  readonly adminToken: string;
  readonly credentials: Credentials;
  readonly access: Access;
  readonly security: SecurityLog;
  /** Folder of the built screens; null when there are none (tests). */
  readonly uiFolder: string | null;
  readonly uiVersion: string;
  readonly devices: DeviceSide;
  readonly tls: TlsSide;
  /** Under which this server is found, beside addresses and local names; lower case. */
  readonly hostNames: readonly string[];
  /** Of terminals that nobody knows; the usual ones where none are given. */
  readonly rateLimits?: RateLimits;
  /** Serves MQTT on the byte stream of a WebSocket. */
  readonly attachMqtt: (stream: Duplex, remote: string) => void;
  readonly log: FastifyBaseLogger;
}

/** What is heard over TLS, and what a device is to trust for it. */
export interface TlsSide {
  /** Null: not heard. */
  readonly httpsPort: number | null;
  readonly mqttsPort: number | null;
  /** Whose certificate is shown: the workshop's own, or one made here; null while HTTPS is off. */
  readonly origin: "own" | "made" | null;
  /** Of the one made here; null otherwise. */
  readonly authority: {
    readonly pem: string;
    readonly fingerprint: { readonly hex: string; readonly words: string };
  } | null;
}

/** What the HTTP side asks of the devices' side. */
export interface DeviceSide {
  /** Devices connected now. */
  readonly online: ReadonlySet<string>;
  /** What each device said about itself last. */
  readonly status: ReadonlyMap<
    string,
    { readonly firmware: string | null; readonly rssi: number | null }
  >;
  /** Open MQTT connections. */
  connections(): number;
  /** A secret as it is to be stored; the same one again stays as it is, so that its device stays connected. */
  hashSecret(
    deviceId: string,
    secret: string,
  ): { readonly salt: Uint8Array; readonly hash: Uint8Array };
  /** Draws a new secret, beside which the one before holds for a day at most; null for a device that no plan names. */
  giveSecret(deviceId: string): Promise<string | null>;
  /** Takes a secret back and closes the connection; false for a device that no plan names. */
  revokeSecret(deviceId: string): Promise<boolean>;
  /** Whether an unknown device that shows the pairing code may come in and wait. */
  isPairingOn(): boolean;
  /** Keeps a hash of the code; null switches pairing off. Resolves when the broker knows. */
  setPairingCode(code: string | null): Promise<void>;
  /** The plan changed: credentials and retained configs follow. */
  refresh(): Promise<void>;
}
