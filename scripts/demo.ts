/**
 * Plays a workshop against the real server, counters and people, so that the screens open on the middle of a working day at
 * whatever hour. Run: `npm run demo`, or `npm run demo -- uniformes`; TRAME_HTTP_PORT and TRAME_MQTT_PORT choose the ports.
 * Nothing is kept.
 */
import { randomBytes } from "node:crypto";
import {
  type Api,
  beginOfHistory,
  type Crew,
  createApi,
  createMqttDial,
  createRandom,
  createRealClock,
  DEFAULT_WEEK,
  drawSecrets,
  layOutLines,
  loadScenario,
  makeHoursAround,
  openCrew,
  planOf,
  putPlan,
  repeatShift,
  type Scenario,
  type Simulation,
  startSimulation,
} from "@trame/firmware-sim";
import { type Plan, UPKEEP_LIMITS } from "@trame/shared";
import { makeDemoAccount } from "./demo-account.ts";
import { decideDemo } from "./demo-privacy.ts";
import { type DemoServer, startDemoServer } from "./demo-server.ts";
import { tellDemo } from "./demo-story.ts";
import { welcome } from "./demo-welcome.ts";

const HOUR_MS = 3_600_000;
const PAST_MS = 4 * HOUR_MS;
/** The plan begins before anything happened. */
const PLAN_BEFORE_MS = HOUR_MS / 2;
const DELIVERY_MS = 60_000;
const SEED = 7;
const NEEDLE_STITCHES = 180_000;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
try {
  await playDemo(process.argv[2] ?? "lons", stop.signal);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Runs until it is told to stop or the server ends. */
async function playDemo(name: string, signal: AbortSignal): Promise<void> {
  const isAborted = aborted(signal);
  const scenario = await loadScenario(name);
  const server = await startDemoServer(process.env);
  try {
    const account = await makeDemoAccount(
      createApi({ server: server.http, token: server.token }),
      server.http,
    );
    const { simulation, crew } = await openWorkshop(scenario, server);
    try {
      const isComplete = await Promise.race([arrival(simulation, crew), isAborted]);
      if (!signal.aborted) console.log(welcome({ scenario, server, account, crew, isComplete }));
      await Promise.race([server.ended, isAborted]);
      if (!signal.aborted) throw new Error("Le serveur s'est arrêté de lui-même.");
    } finally {
      simulation.close();
      crew?.close();
    }
  } finally {
    await server.close();
  }
}

/** True when the hours before now are there; what people did takes about as long as what machines did. */
async function arrival(simulation: Simulation, crew: Crew | null): Promise<boolean> {
  const arrived = await Promise.all([
    simulation.drain(DELIVERY_MS),
    crew?.caughtUp(DELIVERY_MS) ?? true,
  ]);
  return arrived.every(Boolean);
}

/** Gives the server its plan, and lets the workshop work from the shift's beginning on. */
async function openWorkshop(scenario: Scenario, server: DemoServer) {
  const clock = createRealClock();
  const lines = layOutLines(scenario);
  const hours = makeHoursAround(clock.now(), PAST_MS, scenario.workshop.timeZone);
  const { from } = hours.shift;
  const nextShift = repeatShift(hours.shift, 24 * HOUR_MS);
  const begin = beginOfHistory({ start: from, nextShift });
  const secrets = drawSecrets(lines);
  const plan = planOf(lines, { calendar: hours.calendar, week: DEFAULT_WEEK, secrets });
  const writer = { server: server.http, token: server.token };
  await putPlan(writer, withNobody(plan), begin - PLAN_BEFORE_MS);
  await putPlan(writer, plan, from - PLAN_BEFORE_MS);
  const crew =
    scenario.orders === undefined
      ? null
      : await openCrew({
          api: createApi(writer),
          ...{ scenario, lines, clock },
          random: createRandom(SEED).fork("floor"),
          tag: randomBytes(2).toString("hex"),
          cutAt: begin,
          shift: hours.shift,
          speed: 1,
        });
  await shortenNeedles(createApi(writer));
  await decideDemo(createApi(writer));
  const simulation = startSimulation({
    ...{ lines, clock, from, nextShift, secrets },
    seed: SEED,
    dial: createMqttDial(server.mqtt),
    incidents: tellDemo(scenario.id, clock.now()),
    ...(crew !== null && { floor: crew }),
  });
  return { simulation, crew };
}

/** What was begun the shift before is there without the minutes of a crew that nobody saw: an order has those of its day alone. */
function withNobody(plan: Plan): Plan {
  return { ...plan, lines: plan.lines.map((line) => ({ ...line, operators: 0 })) };
}

/** So that a needle is due by now at the machine that sews most. */
async function shortenNeedles(api: Api): Promise<void> {
  const { needle, ...others } = UPKEEP_LIMITS;
  const limits = { ...others, needle: { ...needle, stitches: NEEDLE_STITCHES } };
  await api.send("PUT", "/api/v1/settings/upkeep", limits);
}

function aborted(signal: AbortSignal): Promise<true> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(true);
    signal.addEventListener("abort", () => resolve(true));
  });
}
