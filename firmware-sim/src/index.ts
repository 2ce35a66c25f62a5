// biome-ignore-all lint/performance/noBarrelFile: a workspace is entered by its package name, never by a deep path.
export { type Clock, createRealClock, createVirtualClock, type VirtualClock } from "./clock.ts";
export { type Counter, type CounterOptions, createCounter } from "./counter/counter.ts";
export { createPieceRule, type PieceRule, type Pulse } from "./counter/piece-rule.ts";
export { createRing, type Ring, type SampleWeight } from "./counter/ring.ts";
export { createDevice, type Device, type DeviceOptions, type Tally } from "./device.ts";
export type { Act } from "./floor/act.ts";
export { type Answer, type Api, createApi, type Sent } from "./floor/api.ts";
export { compareFloor } from "./floor/compare-floor.ts";
export { type Crew, type CrewOptions, openCrew } from "./floor/open-crew.ts";
export { createOrderBook } from "./floor/order-book.ts";
export { createTablets, type Tablets } from "./floor/tablets.ts";
export { type BadNetwork, type Conditions, NETWORKS, worsen } from "./link/bad-network.ts";
export type { Dial, Identity, Packet, Session, SessionEvents } from "./link/dial.ts";
export { createMqttDial } from "./link/mqtt-dial.ts";
export type {
  DayTruth,
  Month,
  MonthDay,
  MonthHappening,
  MonthStation,
  TruthRow,
} from "./month/month.ts";
export { sewMonth } from "./month/sew-month.ts";
export { createRandom, type Random } from "./random.ts";
export { type ParsedOptions, parseSimOptions, type SimOptions } from "./run/options.ts";
export { runSim, type SimContext, type SimResult } from "./run/run-sim.ts";
export { drawSecrets, type PlanWriter, putPlan } from "./run/server-plan.ts";
export { isInspection } from "./scenario/catalogue-of.ts";
export { type MadeHours, makeHoursAround } from "./scenario/hours-around.ts";
export { loadScenario } from "./scenario/load-scenario.ts";
export { type ParsedScenario, parseScenario } from "./scenario/parse-scenario.ts";
export { calendarOf, type PlanOptions, planOf, targetOf } from "./scenario/plan-of.ts";
export type { Incident, IncidentKind, Scenario } from "./scenario/scenario.ts";
export { layOutLines, type SimulatedLine } from "./scenario/workshop.ts";
export type { FloorHappening, Happening, PacketName, SewingEvent } from "./sewing/events.ts";
export { beginOfHistory } from "./sewing/history.ts";
export { type LineStory, sewLine } from "./sewing/line.ts";
export { type NextShift, repeatShift, type WorkShift } from "./sewing/shifts.ts";
export {
  DEFAULT_WEEK,
  type FloorEvent,
  type FloorListener,
  type Hands,
  type Simulation,
  type SimulationOptions,
  startSimulation,
} from "./simulation.ts";
export { listedKey } from "./supervision/call-key.ts";
export {
  findWordDifferences,
  type Listed,
  type ListedCall,
  type ListedStop,
} from "./supervision/compare-words.ts";
export { listedStop } from "./supervision/stop-range.ts";
export {
  createSupervisor,
  type Supervisor,
  type SupervisorDeps,
  type TroubledScene,
} from "./supervision/supervisor.ts";
export type { CallTruth, StopTruth, WordTruth } from "./supervision/word-truth.ts";
export {
  type Comparison,
  type CountedHours,
  type Difference,
  findDifferences,
  formatDifference,
} from "./truth/compare.ts";
export { createHours, formatHour, type HourOf } from "./truth/hours.ts";
export { type CountsQuery, readCounts, subtractCounts } from "./truth/read-counts.ts";
export { createReport, formatReport, type ReportHead, type TruthReport } from "./truth/report.ts";
export type { CounterTruth, StationTruth } from "./truth/truth.ts";
