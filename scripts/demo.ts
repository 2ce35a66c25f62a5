/**
 * Plays the workshop of Lons against the real server, so that the wall opens on the middle of a working day at whatever hour.
 * Run: `npm run demo`; TRAME_HTTP_PORT and TRAME_MQTT_PORT choose the ports. Nothing is kept.
 */
import {
  createMqttDial,
  createRealClock,
  DEFAULT_WEEK,
  drawSecrets,
  layOutLines,
  loadScenario,
  makeHoursAround,
  planOf,
  putPlan,
  repeatShift,
  type Scenario,
  startSimulation,
} from "@trame/firmware-sim";
import { type DemoServer, startDemoServer } from "./demo-server.ts";
import { tellDemo } from "./demo-story.ts";

const HOUR_MS = 3_600_000;
const PAST_MS = 4 * HOUR_MS;
/** The plan begins before the first counter was switched on. */
const PLAN_BEFORE_MS = HOUR_MS / 2;
const DELIVERY_MS = 30_000;
const SEED = 7;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
try {
  await playDemo(stop.signal);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Runs until it is told to stop or the server ends. */
async function playDemo(signal: AbortSignal): Promise<void> {
  const isAborted = aborted(signal);
  const scenario = await loadScenario("lons");
  const server = await startDemoServer(process.env);
  try {
    const simulation = await openWorkshop(scenario, server);
    try {
      const isComplete = await Promise.race([simulation.drain(DELIVERY_MS), isAborted]);
      if (!signal.aborted) console.log(welcome(scenario, server, isComplete));
      await Promise.race([server.ended, isAborted]);
      if (!signal.aborted) throw new Error("Le serveur s'est arrêté de lui-même.");
    } finally {
      simulation.close();
    }
  } finally {
    await server.close();
  }
}

/** Gives the server its plan, and lets the workshop work from the shift's beginning on. */
async function openWorkshop(scenario: Scenario, server: DemoServer) {
  const clock = createRealClock();
  const lines = layOutLines(scenario);
  const hours = makeHoursAround(clock.now(), PAST_MS, scenario.workshop.timeZone);
  const { from } = hours.shift;
  const secrets = drawSecrets(lines);
  const plan = planOf(lines, { calendar: hours.calendar, week: DEFAULT_WEEK, secrets });
  await putPlan({ server: server.http, token: server.token }, plan, from - PLAN_BEFORE_MS);
  return startSimulation({
    lines,
    seed: SEED,
    clock,
    dial: createMqttDial(server.mqtt),
    from,
    nextShift: repeatShift(hours.shift, 24 * HOUR_MS),
    incidents: tellDemo(clock.now()),
    secrets,
  });
}

function welcome(scenario: Scenario, { http, token }: DemoServer, isComplete: boolean): string {
  const late = isComplete
    ? ""
    : "\n(Les heures passées arrivent encore ; le mur se remplit tout seul.)";
  return `
${scenario.title} : ${scenario.stations.length} postes au milieu de leur journée.${late}

  Mur       ${http}/wall
  Accueil   ${http}/
  API       ${http}/api/docs   (jeton d’administration : ${token})

Rien n'est conservé. Ctrl-C pour arrêter.
`;
}

function aborted(signal: AbortSignal): Promise<true> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(true);
    signal.addEventListener("abort", () => resolve(true));
  });
}
