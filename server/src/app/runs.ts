import type { Restartable } from "../backup/restore.ts";
import { dropReplaced, putBack } from "../store/backup/swap.ts";

/** Everything over the data folder, from its opening to its closing. */
export interface Run {
  readonly httpPort: number;
  readonly mqttPort: number;
  /** Null: not heard over TLS. */
  readonly httpsPort: number | null;
  readonly mqttsPort: number | null;
  close(): Promise<void>;
}

/** Ports that a run is to take. */
export type Ports = Omit<Run, "close">;

/** One run after the other, on the same folder and the same ports. */
export interface Runs extends Restartable {
  /** The one that runs, or the last one. */
  readonly current: Run;
  /** For good. */
  close(): Promise<void>;
}

/** Not the database but the machine, or another server, keeps it from starting. */
const OF_THE_MACHINE = /^(FOLDER_TAKEN|EADDRINUSE|EADDRNOTAVAIL|EACCES|ENOTFOUND)$/;

/**
 * Starts the first run.
 * @param data the data folder
 * @throws when it does not start, nor with the database that a restore replaced
 */
export async function startRuns(
  data: string,
  ports: Ports,
  startRun: (ports: Ports) => Promise<Run>,
): Promise<Runs> {
  let { run: current } = await startSettled(data, () => startRun(ports));
  return {
    get current() {
      return current;
    },
    stop: () => current.close(),
    async start() {
      const { httpPort, mqttPort, httpsPort, mqttsPort } = current;
      const same = { httpPort, mqttPort, httpsPort, mqttsPort };
      const { run, isPutBack } = await startSettled(data, () => startRun(same));
      current = run;
      return !isPutBack;
    },
    close: () => current.close(),
  };
}

/** What a restore replaced is kept until all has started with what came in ([BK8]). */
async function startSettled(data: string, startRun: () => Promise<Run>) {
  try {
    const run = await startRun();
    dropReplaced(data);
    return { run, isPutBack: false };
  } catch (error) {
    if (isOfTheMachine(error) || !putBack(data)) throw error;
    return { run: await startRun(), isPutBack: true };
  }
}

function isOfTheMachine(error: unknown): boolean {
  return error instanceof Error && "code" in error && OF_THE_MACHINE.test(String(error.code));
}
