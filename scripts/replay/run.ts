/** `npm run replay`: plays a factory's month through MQTT devices, then compares what the product says with the file. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { putPlan } from "@trame/firmware-sim";
import { compareDay, type DayComparison, isDayAgreed } from "./compare.ts";
import { countersOf } from "./counter.ts";
import { deliver } from "./deliver.ts";
import { parseFactoryFile } from "./factory-file.ts";
import {
  type FactoryFile,
  fingerprintOf,
  layOutMonth,
  type Month,
  workingDayBefore,
} from "./month.ts";
import type { ReplayOptions, ServerAddress } from "./options.ts";
import { dateAt, type Mark, plansOf } from "./plans.ts";
import { findReplay, readCounts, readRecomputing } from "./server.ts";
import { showDay, showTotal } from "./show.ts";

/** What surrounds a run. */
export interface ReplayContext {
  readonly print: (line: string) => void;
  readonly stop: AbortSignal;
}

/** Longest time that a server may go on folding what it has acknowledged. */
const PATIENCE_MS = 120_000;
const ASK_EVERY_MS = 250;
const FAULTS_SHOWN = 20;

/**
 * Plays a file and compares; true when every team-day agrees.
 * @throws one sentence when the file can't be read, or the server is not ours to play into
 */
export async function runReplay(options: ReplayOptions, context: ReplayContext): Promise<boolean> {
  const file = await readFactoryFile(options.file);
  if (options.address !== null) return replayInto(options.address, file, context);
  // Loading a server takes longer than all the rest of it.
  const { startOwnServer } = await import("./own-server.ts");
  const own = await startOwnServer();
  try {
    return await replayInto(own, file, context);
  } finally {
    await own.close();
  }
}

async function replayInto(
  address: ServerAddress,
  file: FactoryFile,
  { print, stop }: ReplayContext,
): Promise<boolean> {
  const found = await findReplay(address.server);
  const month = layOutMonth(file, lastDateOf(file, found));
  const counters = countersOf(month);
  const samples = counters.reduce((sum, counter) => sum + counter.samples.length, 0);
  print(describe(month, found !== null));
  const secrets = new Map(
    month.teams.map(({ device }) => [device, randomBytes(16).toString("hex")]),
  );
  for (const { from, plan } of plansOf(month, secrets)) {
    stop.throwIfAborted();
    await putPlan(address, plan, from);
  }
  const began = performance.now();
  await deliver(counters, { broker: address.broker, secrets, stop });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  print(`${counters.length} compteurs ont livré ${samples} mesures en ${seconds} s.\n`);
  const comparisons = await compareMonth(month, address.server, stop);
  for (const comparison of comparisons) print(showDay(comparison));
  print(showTotal(comparisons));
  return comparisons.every(isDayAgreed);
}

/** Waits until the server has folded all that it acknowledged, then compares each day. */
async function compareMonth(
  month: Month,
  server: string,
  stop: AbortSignal,
): Promise<DayComparison[]> {
  const end = performance.now() + PATIENCE_MS;
  while ((await readRecomputing(server)) > 0 && performance.now() < end) {
    await pause(ASK_EVERY_MS, undefined, { signal: stop });
  }
  const comparisons: DayComparison[] = [];
  for (const day of month.days) {
    stop.throwIfAborted();
    comparisons.push(compareDay(day, await readCounts(server, day.date)));
  }
  return comparisons;
}

async function readFactoryFile(path: string): Promise<FactoryFile> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Error(`${path} ne peut pas être lu : ${(error as Error).message}`);
  });
  const parsed = parseFactoryFile(text);
  if (parsed.ok) return { name: basename(path), text, teamDays: parsed.teamDays };
  const { faults } = parsed;
  const more = faults.length - FAULTS_SHOWN;
  throw new Error(
    [
      `${basename(path)} ne peut pas être joué :`,
      ...faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${fault}`),
      ...(more > 0 ? [`  … et ${more} autres.`] : []),
    ].join("\n"),
  );
}

/** The days of the first run, if there was one: laid elsewhere the same pieces would be counted twice. */
function lastDateOf({ text }: FactoryFile, found: Mark | null): string {
  if (found === null) return workingDayBefore(dateAt(Date.now()));
  if (found.fingerprint === fingerprintOf(text)) return found.lastDate;
  throw new Error(
    "Ce serveur porte déjà le rejeu d'un autre fichier : prenez un serveur au dossier vide.",
  );
}

function describe({ fileName, days, teams, lastDate }: Month, isAgain: boolean): string {
  const rows = days.reduce((sum, { works }) => sum + works.length, 0);
  const again = isAgain ? " (déjà joué ici : rien ne compte deux fois)" : "";
  return `${fileName} : ${rows} journées d'équipe, ${teams.length} équipes, ${days.length} jours, du ${days[0]?.date ?? lastDate} au ${lastDate}${again}.`;
}
