import { join } from "node:path";
import type { Duplex } from "node:stream";
import { atMostEvery, hashSecret, matchesSecret, startBroker } from "@trame/broker";
import { type Logger, pino } from "pino";
import type { SecurityLog } from "./access/security-log/security-log.ts";
import { turnedAway } from "./access/security-log/turned-away.ts";
import { createSetupCode, type SetupCode } from "./access/setup.ts";
import { startHttp } from "./api/start-http.ts";
import { type Closable, closeInReverse } from "./app/closing.ts";
import { openDoor } from "./app/open-door.ts";
import { type Ports, type Run, type Runs, startRuns } from "./app/runs.ts";
import { createSecureSide, openCertificates, type SecurePorts } from "./app/secure-side.ts";
import { startDesks } from "./app/start-desks.ts";
import { type BackupDesk, createBackupDesk } from "./backup/backup-desk.ts";
import { startClock } from "./clock.ts";
import { createDeviceDesk } from "./devices/device-desk.ts";
import { createIngest } from "./ingest/create-ingest.ts";
import { openNameVault } from "./people/name-vault.ts";
import { createRecorder, type Recorder } from "./record.ts";
import { createBackupJobs } from "./store/backup/backup-jobs.ts";
import { INCOMING_FILE, swapIn } from "./store/backup/swap.ts";
import { DATABASE_FILE } from "./store/database-file.ts";
import { watchDisk } from "./store/disk-watch.ts";
import { openStore } from "./store/open-store.ts";
import { ownNames, readMachine } from "./tls/own-names.ts";
import type { Certificates } from "./tls/start-certificates.ts";

/** How an app is started; {@link readConfig} makes it from the environment. */
export interface AppOptions {
  /** Folder of the database, made when missing. */
  readonly data: string;
  readonly host: string;
  /** 0 means any free port. */
  readonly httpPort: number;
  readonly mqttPort: number;
  /** Undefined: nothing is heard over TLS. */
  readonly tls?: SecurePorts;
  /** Names and addresses under which this machine is found, beside its own; lower case. */
  readonly names?: readonly string[];
  /** The token that writing needs. */
  readonly adminToken: string;
  /** Folder of the built screens; null serves none. */
  readonly uiFolder: string | null;
  readonly uiVersion: string;
  readonly logLevel: "silent" | "warn" | "info";
  /** Called when the store has ended by itself: nothing can be taken any more, and only a new start helps. */
  readonly onFailure?: (error: Error) => void;
  /** Hears sentences for whoever started the server. */
  readonly tell?: (sentence: string) => void;
}

/** A running workshop server. */
export interface App {
  readonly httpPort: number;
  readonly mqttPort: number;
  /** Null: not heard over TLS. */
  readonly httpsPort: number | null;
  readonly mqttsPort: number | null;
  /** What a device is to trust once; null where there is nothing to trust, or the workshop has a certificate of its own. */
  readonly authority: Certificates["authority"];
  /** Makes the first account; null once there is one. */
  readonly setupCode: string | null;
  /** Stops taking anything in, commits what was taken, closes in reverse order. */
  close(): Promise<void>;
}

/** In the data folder. */
const BACKUPS_FOLDER = "backups";
const secrets = { hash: hashSecret, matches: matchesSecret };

/**
 * Starts a workshop's server, and its backups beside it: restoring one closes the server and opens it again.
 * @throws when a port is taken or the data folder can't be used; what had started is closed again
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { data, onFailure } = options;
  const certificates = await openCertificates(options);
  const log = pino({ level: options.logLevel }, pino.destination(2));
  const held: { runs: Runs | null } = { runs: null };
  const backups = await createBackupDesk({
    store: join(data, DATABASE_FILE),
    folder: join(data, BACKUPS_FOLDER),
    incoming: join(data, INCOMING_FILE),
    jobs: createBackupJobs(),
    app: {
      stop: async () => held.runs?.stop(),
      async start() {
        try {
          return (await held.runs?.start()) ?? false;
        } catch (error) {
          // Neither the one nor the other opens: only whoever watches over the process can help now.
          onFailure?.(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
      },
    },
    swapIn: (swap) => swapIn(data, { ...swap, now: Date.now() }),
    now: Date.now,
    onError: (error) => log.error({ err: error }, "a backup failed"),
  });
  const { httpPort, mqttPort, tls } = options;
  const { httpsPort = null, mqttsPort = null } = tls ?? {};
  const setupCode = createSetupCode();
  const runs = await startRuns(data, { httpPort, mqttPort, httpsPort, mqttsPort }, (ports) =>
    startRun({ ...options, ...ports }, { backups, certificates, setupCode, log }),
  );
  held.runs = runs;
  await backups.begin();
  return {
    get httpPort() {
      return runs.current.httpPort;
    },
    get mqttPort() {
      return runs.current.mqttPort;
    },
    get httpsPort() {
      return runs.current.httpsPort;
    },
    get mqttsPort() {
      return runs.current.mqttsPort;
    },
    get authority() {
      return certificates?.authority ?? null;
    },
    get setupCode() {
      return setupCode.shown;
    },
    async close() {
      certificates?.close();
      await backups.close();
      await runs.close();
    },
  };
}

/** What one run shares with the next. */
interface Shared {
  readonly backups: BackupDesk;
  readonly certificates: Certificates | null;
  readonly setupCode: SetupCode;
  readonly log: Logger;
}

/** The composition: everything is wired here, by hand ([R22]). */
async function startRun(options: AppOptions & Ports, shared: Shared): Promise<Run> {
  const { backups, certificates, log, setupCode } = shared;
  const onError = atMostEvery(1_000, (error: unknown, untold) => {
    log.error({ err: error, untold }, "store failed");
  });
  const started: Closable[] = [];
  const closeAll = (): Promise<void> => closeInReverse(started);
  try {
    const onDeath = (error: Error): void => options.onFailure?.(error);
    const store = await openStore(options.data, Date.now(), { onDeath });
    started.push(store);
    const clock = startClock({
      onStep(byMs) {
        log.warn({ byMs }, "the machine's clock stepped");
        // What was received before is in the log before it, and moves with it ([D5], [S23]).
        store.stepClock(byMs, clock.now()).catch(onError);
      },
      // A plan recorded for later holds by the new time ([N21]).
      onStepped: () => void desk.refresh().catch(onError),
    });
    started.push(clock);
    const door = { ...options, store, now: clock.now, setupCode, onError };
    const { access, security } = await openDoor(door, started);
    const desks = startDesks({ options, store, backups, log, now: clock.now, onError });
    started.push(...Object.values(desks));
    const disk = watchDisk(clock.now);
    store.onCommitted(disk.hear);
    // It is refused to its device; here it is also told to whoever reads the log.
    store.onCommitted(({ error }) => error !== null && onError(error));
    const recorder = createRecorder(store, clock);
    started.push({ close: recorder.flush });
    const desk = createDeviceDesk({ store, secrets, now: clock.now, onError });
    started.push(desk);
    await desk.refresh();
    const broker = await hear(options, { desk, recorder, security, log });
    started.push(broker);
    desk.attach(broker);
    const secure = createSecureSide({ ...options, ports: options, certificates });
    const http = await startHttp({
      ...options,
      port: options.httpPort,
      mqttPort: broker.port,
      store,
      recorder,
      ...{ access, security },
      credentials: access.credentials,
      failingSince: disk.failingSince,
      ...desks,
      backups,
      names: openNameVault(options.data),
      now: clock.now,
      tls: secure,
      hostNames: ownNames(readMachine(), options.names ?? []).dns,
      devices: { ...desk, connections: () => broker.connections },
      attachMqtt: (stream: Duplex, remote: string) => broker.attach(stream, remote),
      log,
    });
    // Closed after it: the plain side ends the sockets that came over TLS.
    started.push(secure, http);
    await secure.start(http.plain, broker);
    backups.attach(desks.live.readBoard);
    const { httpsPort, mqttsPort } = secure;
    return { httpPort: http.port, mqttPort: broker.port, httpsPort, mqttsPort, close: closeAll };
  } catch (error) {
    await closeAll().catch(onError);
    throw error;
  }
}

interface Hearing {
  readonly desk: ReturnType<typeof createDeviceDesk>;
  readonly recorder: Recorder;
  readonly security: SecurityLog;
  readonly log: Logger;
}

/** Counters are heard from here on. */
function hear({ host, mqttPort }: AppOptions, { desk, recorder, security, log }: Hearing) {
  return startBroker({
    ...{ host, port: mqttPort, log, accept: createIngest(recorder) },
    credentials: desk.credentials,
    pairingCode: desk.pairingCode,
    onPresence: desk.onPresence,
    onRefused: (turned) => security.note(turnedAway(turned)),
    onRotated: desk.onRotated,
    onWaiting: desk.onWaiting,
  });
}
