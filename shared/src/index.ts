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
