/** `npm run sim`: plays a scenario on a broker, says what was truly sewn, and compares it with what a server counted. */
import { readFile, writeFile } from "node:fs/promises";
import { type Clock, createRealClock } from "../clock.ts";
import { compareFloor } from "../floor/compare-floor.ts";
import { NETWORKS, worsen } from "../link/bad-network.ts";
import type { Dial } from "../link/dial.ts";
import { createMqttDial } from "../link/mqtt-dial.ts";
import { createRandom } from "../random.ts";
import { makeHoursAround } from "../scenario/hours-around.ts";
import { loadScenario } from "../scenario/load-scenario.ts";
import { planOf } from "../scenario/plan-of.ts";
import { layOutLines, type SimulatedLine } from "../scenario/workshop.ts";
import { beginOfHistory } from "../sewing/history.ts";
import { repeatShift } from "../sewing/shifts.ts";
import { startSimulation } from "../simulation.ts";
import type { CountedHours } from "../truth/compare.ts";
import { readCounts } from "../truth/read-counts.ts";
import { createReport, formatReport, type TruthReport } from "../truth/report.ts";
import type { StationTruth } from "../truth/truth.ts";
import { compareWithServer } from "./compare-with-server.ts";
import type { SimOptions } from "./options.ts";
import { drawSecrets, findOtherDevices, putPlan } from "./server-plan.ts";
import { type PreparedRun, staff, withDeclared } from "./staff.ts";

/** What surrounds a run. */
export interface SimContext {
  readonly print: (line: string) => void;
  /** Ends the sewing; what is still on its way is delivered all the same. */
  readonly stop: AbortSignal;
  /** How long a server may take to count what it has acknowledged; 10 s by default. */
  readonly patienceMs?: number;
}

/** What was sewn, and whether the server agrees; null: none was asked. */
export interface SimResult {
  readonly report: TruthReport;
  readonly isAgreed: boolean | null;
}

const DAY_MS = 86_400_000;
/** The plan begins before the first device is switched on. */
const PLAN_BEFORE_MS = 30 * 60_000;
const DRAIN_TIMEOUT_MS = 60_000;
const PATIENCE_MS = 10_000;

/** Runs until the duration is over or `stop` says so. */
export async function runSim(options: SimOptions, context: SimContext): Promise<SimResult> {
  const run = await prepare(options);
  const { lines, clock, from, nextShift, timeZone } = run;
  const secrets = await agreeOnSecrets(options, run);
  const before = await readBefore(options, run);
  const staffed = await staff(options, run, context.print);
  const simulation = startSimulation({
    lines,
    seed: options.seed,
    week: options.week,
    clock,
    dial: createDial(options, clock, context.print),
    from,
    nextShift,
    speed: options.speed,
    secrets,
    ...(staffed !== null && { floor: staffed.crew }),
  });
  context.print(describeRun(options, lines));
  await waitFor(clock, options.durationMs, context.stop);
  simulation.stopSewing();
  const isDrained = await simulation.drain(DRAIN_TIMEOUT_MS);
  const isTold = (await staffed?.crew.drain(DRAIN_TIMEOUT_MS)) ?? true;
  if (!isDrained || !isTold) context.print("Tout n'a pas pu être livré.");
  simulation.close();
  staffed?.crew.close();

  const truths = withDeclared(simulation.truth(), lines, staffed);
  const report = createReport(
    {
      scenario: options.scenario,
      seed: options.seed,
      speed: options.speed,
      from: new Date(from).toISOString(),
      to: new Date(clock.now()).toISOString(),
      timeZone,
    },
    truths,
  );
  context.print(`\nVraiment cousu :\n${formatReport(report)}`);
  warnOfOtherRules(truths, context.print);
  if (options.report !== null) {
    await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (options.server === null || before === null) return { report, isAgreed: null };
  const query = { server: options.server, timeZone, from: run.begin, to: clock.now() };
  const patienceMs = context.patienceMs ?? PATIENCE_MS;
  const isCounted = await compareWithServer(
    {
      query,
      before,
      truths,
      isPerHour: options.speed === 1,
      patienceMs,
    },
    context.print,
  );
  const isTracked =
    staffed === null || (await compareFloor({ ...staffed, patienceMs }, context.print));
  return { report, isAgreed: isCounted && isTracked };
}

async function prepare(options: SimOptions): Promise<PreparedRun> {
  const { scenario: name, devices, pastMs, speed } = options;
  const scenario = await loadScenario(name);
  const lines = layOutLines(scenario, devices ?? scenario.stations.length);
  const clock = createRealClock();
  const now = clock.now();
  const { timeZone } = scenario.workshop;
  const hours = makeHoursAround(now, pastMs, timeZone);
  const from = now - pastMs;
  const length = hours.shift.to - hours.shift.from;
  // At another speed a night would pass in minutes with nobody there: shifts follow each other.
  const nextShift = repeatShift(hours.shift, speed === 1 ? DAY_MS : length);
  const begin = beginOfHistory({ start: from, nextShift });
  return { scenario, lines, clock, from, begin, hours, nextShift, timeZone };
}

/** The secrets of the file, or those of a plan that is made here, or none. */
async function agreeOnSecrets(
  options: SimOptions,
  { lines, begin, hours }: PreparedRun,
): Promise<Map<string, string>> {
  const { server, token, week } = options;
  if (options.secrets !== null) {
    return new Map(Object.entries(JSON.parse(await readFile(options.secrets, "utf8"))));
  }
  if (server === null || token === null) return new Map();
  const others = await findOtherDevices(server, lines);
  if (others.length > 0 && !options.isPlanForced) {
    throw new Error(
      `Ce serveur a un plan avec d'autres compteurs (${others.slice(0, 3).join(", ")}…). Pour le remplacer : --put-plan.`,
    );
  }
  const secrets = drawSecrets(lines);
  const plan = planOf(lines, { calendar: hours.calendar, week, secrets });
  await putPlan({ server, token }, plan, begin - PLAN_BEFORE_MS);
  return secrets;
}

async function readBefore(
  { server }: SimOptions,
  { timeZone, begin, clock }: PreparedRun,
): Promise<CountedHours | null> {
  return server === null
    ? null
    : await readCounts({ server, timeZone, from: begin, to: clock.now() });
}

/** A dial through the network asked for, which says once in how many words why it fails. */
function createDial(options: SimOptions, clock: Clock, print: (line: string) => void): Dial {
  const told = new Set<string>();
  const direct = createMqttDial(options.broker);
  const watched: Dial = (identity, events) =>
    direct(identity, {
      ...events,
      onDown(reason) {
        if (!told.has(reason)) print(`${identity.device} n'est pas connecté : ${reason}`);
        told.add(reason);
        events.onDown(reason);
      },
    });
  const conditions = NETWORKS[options.network] ?? null;
  const random = createRandom(options.seed).fork("network");
  return conditions === null ? watched : worsen(watched, { conditions, clock, random });
}

function describeRun(options: SimOptions, lines: readonly SimulatedLine[]): string {
  const stations = lines.flatMap(({ scenario }) => scenario.stations);
  const devices = stations.filter(({ device }) => device !== undefined).length;
  const speed = options.speed === 1 ? "" : `, vitesse ${options.speed}`;
  const end = options.durationMs === null ? " Ctrl-C pour finir." : "";
  return `${devices} compteurs parlent à ${options.broker} (graine ${options.seed}${speed}).${end}`;
}

function waitFor(clock: Clock, durationMs: number | null, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    const end = clock.now() + (durationMs ?? Number.POSITIVE_INFINITY);
    const cancel = clock.at(end, () => resolve());
    stop.addEventListener("abort", () => {
      cancel();
      resolve();
    });
  });
}

function warnOfOtherRules(truths: readonly StationTruth[], print: (line: string) => void): void {
  const stations = truths
    .filter(({ miscounted }) => miscounted !== 0)
    .map(({ station }) => station);
  if (stations.length === 0) return;
  print(
    `Le plan du serveur donne une autre règle de pièce que le scénario : ${stations.join(", ")}.`,
  );
}
