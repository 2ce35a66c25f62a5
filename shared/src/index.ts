export type {
  Board,
  HourCount,
  LineRow,
  LiveHello,
  LiveMessage,
  MinuteCounts,
  Span,
  StationRow,
} from "./board/board.ts";
export type { TimedPieces } from "./formulas/efficiency.ts";
export { attendedMinutes, earnedMinutes, efficiency, takt } from "./formulas/efficiency.ts";
export type { Progress } from "./formulas/pace.ts";
export { forecastEnd, linePace, pace } from "./formulas/pace.ts";
export type { StateFacts, StateSince, StationState } from "./formulas/station-state.ts";
export { isAtLeast, stationState } from "./formulas/station-state.ts";
export type { HourExpected, TargetShare } from "./formulas/target.ts";
export {
  expectedSoFar,
  expectedWithin,
  spreadTarget,
  stationExpected,
} from "./formulas/target.ts";
export type { Moment } from "./formulas/working-time.ts";
export {
  dayMinutes,
  elapsedMinutes,
  endOfNext,
  isWorkingAt,
  startOfLast,
  workedMinutes,
} from "./formulas/working-time.ts";
export type {
  BadEntry,
  Button,
  CountsMessage,
  DeviceConfig,
  DeviceEvent,
  EnvelopeFault,
  EventsMessage,
  ReportedState,
  Sample,
  SampleFault,
  StatusMessage,
} from "./protocol/messages.ts";
