export { LIVE_SUBPROTOCOL, liveProtocols, offeredKey } from "./access/live-protocol.ts";
export { KEY_PERMISSIONS, PERMISSIONS, type Permission } from "./access/permissions.ts";
export {
  ACCOUNT_ROLES,
  type AccountRole,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
} from "./access/roles.ts";
export {
  backwardTasks,
  type Division,
  type Duty,
  divisionOf,
  dutyMinutes,
  giveTask,
  type LinePerson,
  type LineProblem,
  slowestMinutes,
  timesOf,
} from "./balance-line/division.ts";
export { type DivisionFault, divisionFaults } from "./balance-line/division-faults.ts";
export { evenOut } from "./balance-line/even-out.ts";
export { type LineTask, type LineWork, lineWork } from "./balance-line/line-work.ts";
export {
  LEVEL_PACE,
  levelOf,
  plannedMinutes,
  type Skilled,
} from "./balance-line/planned-minutes.ts";
export { type Seats, seatsOf } from "./balance-line/seats.ts";
export {
  type HelpAsked,
  type Helper,
  type HelpSpot,
  isKnownBy,
  type Suggestion,
  suggestStations,
} from "./balance-line/suggest.ts";
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
export {
  type CalendarDay,
  calendarDay,
  isWorked,
  type ShiftHours,
  weekdayOf,
} from "./calendar/day-kind.ts";
export { type DayNumber, formatDay, MINUTE_MS, parseDay } from "./calendar/days.ts";
export {
  easterOf,
  type Holiday,
  type HolidayRegion,
  holidayOn,
  holidaysOf,
} from "./calendar/holidays.ts";
export { ownWindows, type PersonDay } from "./calendar/own-windows.ts";
export { type Shift, shiftsOf } from "./calendar/shifts.ts";
export type { Slot } from "./calendar/slot.ts";
export { clipSpan, cutSpans, mergeSpans } from "./calendar/spans.ts";
export {
  EVENING_EXPORT_SETTING,
  type EveningExportSettings,
  eveningExportOf,
  type KeptEveningExport,
} from "./exports/evening-export.ts";
export {
  EVENING_KINDS,
  type EveningKind,
  EXPORT_FILTERS,
  EXPORT_FORMATS,
  EXPORT_KINDS,
  type ExportFilter,
  type ExportFormat,
  type ExportKind,
} from "./exports/kinds.ts";
export type {
  ActOrigin,
  BundleAct,
  Defect,
  Outcome,
} from "./floor/act.ts";
export type {
  AmendRequest,
  BadgeRequest,
  CorrectionRequest,
  DispatchRequest,
  FinishRequest,
  HandCountRequest,
  JoinRequest,
  ReturnRequest,
  ScanRequest,
  SettleRequest,
  SplitRequest,
  UndoRequest,
} from "./floor/act-schema.ts";
export { bundlesOf } from "./floor/acts-in-force.ts";
export { balanceOf, garmentPart, pastOf } from "./floor/balance.ts";
export type {
  BundleSheet,
  BundleState,
  Conflict,
  ConflictCode,
  Family,
  FamilyState,
  OperationState,
  OutcomeChange,
  Tally,
} from "./floor/bundle.ts";
export { decideFinish, leftToFinish } from "./floor/decide-finish.ts";
export {
  decideJoin,
  type JoinDecision,
  type JoinSituation,
} from "./floor/decide-join.ts";
export { decideDispatch, decideReturn } from "./floor/decide-outside.ts";
export { decideScan } from "./floor/decide-scan.ts";
export { decideSplit, mostToSplit } from "./floor/decide-split.ts";
export { refuseTicket, type TicketFound } from "./floor/decide-ticket.ts";
export { decideUndo, UNDO_MINUTES, type UndoRequested } from "./floor/decide-undo.ts";
export type {
  Accepted,
  Decision,
  Names,
  Refused,
  Situation,
} from "./floor/decision.ts";
export { DEFECTS, DEFECTS_SETTING, defectsOf } from "./floor/defects.ts";
export { foldFamily } from "./floor/fold-family.ts";
export { operationAt } from "./floor/operation-at.ts";
export type { Operator, WorkPattern } from "./floor/operator-schema.ts";
export {
  OPERATION_PICTOGRAMS,
  type OperationPictogram,
  PERSON_PICTOGRAMS,
  type PersonPictogram,
} from "./floor/pictograms.ts";
export { DEDUCE_LIMIT_SETTING, deduceLimitOf, type FoldOptions } from "./floor/running-bundle.ts";
export { bare, joinsAt, stationOperations } from "./floor/station-operations.ts";
export type {
  ActAnswer,
  BundleCard,
  DefectKind,
  OpenBundle,
  OperationCard,
  OperatorMode,
  Picture,
  Present,
  ReadAtCounter,
  StationCall,
  StationView,
  Words,
} from "./floor/station-view.ts";
export {
  type Amounts,
  BOOT_AT_POWER_ON,
  type BootState,
  COUNTED,
  type Counted,
  foldSample,
  hasOpenLeap,
  isSameState,
  LEAP_LIMITS,
  type LeapLimits,
  type SampleContext,
  type SampleStep,
  type Verdict,
} from "./fold/boot.ts";
export {
  beganAsOf,
  beganAt,
  type Dating,
  DRIFT,
  dated,
  mustRedate,
  type Observation,
  observe,
  REDATE_AFTER_MS,
  redated,
  within,
} from "./fold/dating.ts";
export type { Leap, TotalState } from "./fold/total.ts";
export { balanceEfficiency, pitch, stationTime } from "./formulas/balance-efficiency.ts";
export { type Bottleneck, bottleneckOf } from "./formulas/bottleneck.ts";
export {
  computedTarget,
  type DayTarget,
  type TargetSaid,
  targetOfDay,
} from "./formulas/day-target.ts";
export type { TimedPieces } from "./formulas/efficiency.ts";
export { attendedMinutes, earnedMinutes, efficiency, takt } from "./formulas/efficiency.ts";
export {
  flowOf,
  type LineFlow,
  leadTime,
  lineWip,
  type OperationFlow,
} from "./formulas/flow.ts";
export { plannedGarmentMinutes, sumMinutes } from "./formulas/garment-minutes.ts";
export { type HourlyOutput, type HourRow, hourByHour } from "./formulas/hour-by-hour.ts";
export { type LineOperation, lineOperations } from "./formulas/line-operations.ts";
export type { Progress } from "./formulas/pace.ts";
export {
  forecastEnd,
  linePace,
  type NoForecast,
  noForecast,
  pace,
  paceOfLine,
} from "./formulas/pace.ts";
export {
  defectsByKind,
  defectsByOperation,
  dhu,
  firstPassYield,
  type Inspected,
  type OperationDefects,
  qualityOf,
} from "./formulas/quality.ts";
export type { StateFacts, StateSince, StationState } from "./formulas/station-state.ts";
export {
  counterState,
  isAtLeast,
  stationState,
} from "./formulas/station-state.ts";
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
export { type Catalogue, latestRouting, routingOf } from "./orders/catalogue.ts";
export { type CutBundle, type CutRequest, countBundles, cut } from "./orders/cut.ts";
export {
  type CuttingFaultCode,
  type CuttingPlace,
  findCuttingFaults,
} from "./orders/cutting-faults.ts";
export type { CutLot, Cutting } from "./orders/cutting-schema.ts";
export type { Fault } from "./orders/fault.ts";
export { ancestorsOf, endsOf, inOrder, type Step } from "./orders/graph.ts";
export { isInspecting } from "./orders/inspecting.ts";
export {
  type BundlePlace,
  type Deduction,
  deduceBefore,
  nextOperations,
} from "./orders/next-operations.ts";
export { findOrderFaults, type OrderFaultCode } from "./orders/order-faults.ts";
export {
  isNumberTaken,
  nextOrderNumber,
  nextOrderNumbers,
  type OrderNumberUse,
} from "./orders/order-number.ts";
export type { Order, OrderKit, OrderState, OrderStyle } from "./orders/order-schema.ts";
export { type OrderStep, orderSteps } from "./orders/order-steps.ts";
export type { PartFaultCode } from "./orders/part-faults.ts";
export { cutParts, type Join, joinsOf, partOf } from "./orders/parts.ts";
export { findRoutingFaults, type RoutingFaultCode } from "./orders/routing-faults.ts";
export type { Operation, Part, Routing } from "./orders/routing-schema.ts";
export {
  type MinutesFault,
  type ParsedMinutes,
  parseStandardMinutes,
} from "./orders/standard-minutes.ts";
export type { StepFaultCode } from "./orders/step-faults.ts";
export { findStyleFaults, type StyleFaultCode } from "./orders/style-faults.ts";
export type { Colour, ColourPattern, Style } from "./orders/style-schema.ts";
export type { CartonContent } from "./orders-desk/carton-schema.ts";
export {
  type CartonFault,
  type CartonStock,
  cartonFault,
  cartonStock,
  type GoodPieces,
  type KitStock,
  kitSizes,
  kitsIn,
  mergedContent,
  type PieceStock,
} from "./orders-desk/cartons.ts";
export { inProcessOf } from "./orders-desk/in-process.ts";
export {
  LEARNING_DAYS_MIN,
  type LearningCurve,
  type LearningFit,
  type LearningPoint,
  learningCurve,
  minutesOn,
  type StyleDay,
  styleDayOf,
} from "./orders-desk/learning-curve.ts";
export {
  type DelayFacts,
  type OperationQueue,
  type OrderDelay,
  orderDelay,
  QUEUE_HOURS,
} from "./orders-desk/order-delay.ts";
export {
  daysLate,
  endOfWork,
  FORECAST_DAYS,
  FORECAST_HOURS_MIN,
  type NoOrderForecast,
  type OrderForecast,
  orderForecast,
  type StyleOutput,
  type WorkCalendar,
} from "./orders-desk/order-forecast.ts";
export {
  type MinuteSums,
  type OperationMinutes,
  type OrderMinutes,
  orderMinutes,
} from "./orders-desk/order-minutes.ts";
export {
  ORDER_STORY_KINDS,
  ORDER_STORY_TOPICS,
  type OrderStoryKind,
  type OrderStoryTopic,
} from "./orders-desk/story-kinds.ts";
export {
  BY_SELF,
  LOOK_KINDS,
  LOOK_LASTS_MS,
  LOOKS_KEPT_DAYS,
  type Look,
  type LookKind,
} from "./people/looks.ts";
export { GROUP_MIN, isMasked, isSumTellable } from "./people/masked.ts";
export {
  ANSWER_WITHIN_DAYS,
  type OwnAct,
  type OwnData,
  type OwnExport,
  type OwnLook,
  type OwnPlan,
  type OwnPresence,
  type PersonRequest,
  REQUEST_ANSWERS,
  REQUEST_KINDS,
  REQUEST_SUBJECTS,
  REQUEST_WORDS_MAX,
  type RequestAnswer,
  type RequestKind,
  type RequestSubject,
  type ToldProgress,
} from "./people/own-data.ts";
export {
  type OwnProgress,
  type OwnWork,
  ownProgress,
} from "./people/own-progress.ts";
export {
  ALONE_LEVEL,
  coverOf,
  knownLevel,
  type NamedWork,
  type OperationCover,
  TEACH_LEVEL,
  withLevel,
} from "./people/polyvalence.ts";
export { REMOVAL_REASONS, type RemovalReason } from "./people/removal.ts";
export { counterOf } from "./plan/counter-of.ts";
export { findPlanFaults, type PlanFault, type PlanFaultCode } from "./plan/faults.ts";
export { PAIRING_SETTING } from "./plan/pairing.ts";
export type {
  Calendar,
  CalendarException,
  Plan,
  PlanDevice,
  PlanLine,
  PlanStation,
  PlanThreshold,
} from "./plan/schema.ts";
export {
  type Binding,
  createTimeline,
  outputStations,
  type Place,
  type PlanVersion,
  type Timeline,
} from "./plan/timeline.ts";
export { type GroupRow, groupedLine, maskedStation } from "./privacy/masked-board.ts";
export {
  type DayGroups,
  dayGroups,
  type FiguresTold,
  toldBody,
  toldFacts,
} from "./privacy/masked-day.ts";
export {
  accompanies,
  CONSULTED_BODIES,
  type Consultation,
  type ConsultedBody,
  POSTINGS_KEPT_DAYS,
  PRIVACY,
  PRIVACY_MODES,
  PRIVACY_SETTING,
  type PrivacyMode,
  type PrivacySetting,
  privacyOf,
  RETENTION,
  RETENTION_LIMITS,
  type Retention,
  SECURITY_KEPT_DAYS,
  showsOwn,
} from "./privacy/privacy.ts";
export {
  changeFaults,
  isUpward,
  type PrivacyFault,
  type PrivacyFaultCode,
  settledChange,
  type UpwardPart,
  upwardParts,
} from "./privacy/privacy-change.ts";
export { stationGroups } from "./privacy/station-groups.ts";
export { toQuarter } from "./privacy/to-quarter.ts";
export { decodeConfig, encodeConfig } from "./protocol/config.ts";
export { decodeCounts, encodeCounts } from "./protocol/counts.ts";
export type { Decoded } from "./protocol/envelope.ts";
export { decodeEvents, encodeEvents } from "./protocol/events.ts";
export {
  CODE_LENGTH_MAX,
  CONNECT_BYTES_MAX,
  CONNECT_TIMEOUT_MS,
  CONNECTIONS_MAX,
  DEFAULT_DEVICE_CONFIG,
  DEVICE_ID_LENGTH_MAX,
  ENTRIES_MAX,
  IN_FLIGHT_MAX,
  KEEP_ALIVE_MAX_S,
  PACKET_BYTES_MAX,
  PAYLOAD_BYTES_MAX,
  RING_SAMPLES_MIN,
  TOPIC_LEVELS_MAX,
  TOTAL_MAX,
  UP_MAX_MS,
  WAITING_DEVICES_MAX,
  WAITING_SAMPLES_MAX,
} from "./protocol/limits.ts";
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
export { encodeOneEntry } from "./protocol/one-entry.ts";
export { decodeStatus, encodeStatus, WILL_STATUS } from "./protocol/status.ts";
export type { TasmotaKind, TasmotaReadings } from "./protocol/tasmota.ts";
export { decodeTasmota, parseTasmotaTopic } from "./protocol/tasmota.ts";
export type { TopicKind } from "./protocol/topics.ts";
export { buildTopic, isDeviceId } from "./protocol/topics.ts";
export { isRefusalCode, REFUSAL_STATUS, type RefusalCode } from "./refusals/codes.ts";
export type { ExportsCode } from "./refusals/exports-codes.ts";
export type { FloorCode } from "./refusals/floor-codes.ts";
export { type Blanks, type BlankWords, type Language, sentenceOf } from "./refusals/sentence-of.ts";
export { attendedByBadges, attendedByPlans, type Presence } from "./reports/attended.ts";
export type { DayBody, HourPart, StopPart } from "./reports/day-body.ts";
export type {
  CellFact,
  DayFacts,
  DeductionFact,
  Goods,
  InspectionFact,
  LineTargetFact,
  OutcomeFact,
  PieceFact,
  StationFacts,
  StopFact,
  TallyFact,
  WorkFact,
} from "./reports/day-facts.ts";
export {
  type PlanStretch,
  planLineOf,
  planStationOf,
  plansOfDay,
  rosterOf,
} from "./reports/day-plans.ts";
export { type FactFilter, NO_ORDER } from "./reports/fact-filter.ts";
export { foldDay } from "./reports/fold-day.ts";
export { type BareFact, listFacts } from "./reports/list-facts.ts";
export type { GoodOrigins, MinutePool, ProductionRow } from "./reports/production-row.ts";
export {
  type CellReport,
  type CorrectedDay,
  type OperationReport,
  type OrderReport,
  type ProductionReport,
  REPORT_STAGES,
  type ReportFact,
  type ReportFacts,
  type ReportFigure,
  type ReportQuality,
  type ReportScope,
  type ReportStage,
  type TrendDay,
} from "./reports/report.ts";
export {
  type MinuteFigures,
  type MinutesMask,
  type MinutesOf,
  minuteFigures,
} from "./reports/told-minutes.ts";
export { type ReportTotals, totalsOf } from "./reports/totals.ts";
export { type HeldAgainst, heldWords } from "./states/held.ts";
export {
  joinSegments,
  machineStates,
  type StateSegment,
  type StatesAsked,
} from "./states/machine-states.ts";
export { type OffStandard, offStandardMinutes, stopsWithin } from "./states/off-standard.ts";
export { countUntil } from "./states/pieces.ts";
export { isAbout, type Said, type SaidAsked, saidOf } from "./states/said.ts";
export { piecesUntil, statesOf } from "./states/states-of.ts";
export {
  EXPLAIN_MINUTES,
  type Stop,
  type StopFacts,
  type StopsAsked,
  stopsOf,
} from "./states/stops-of.ts";
export {
  createTrackFold,
  emptyTrack,
  joinTracks,
  type Report,
  type StationTrack,
  type TrackFold,
  type TrackSample,
  trackOf,
} from "./states/track.ts";
export {
  CALL_SETTINGS,
  CALLS_SETTING,
  type CallSettings,
  callSettingsOf,
} from "./supervision/call-settings.ts";
export {
  type CallTimes,
  isEscalated,
  repairMinutes,
  responseMinutes,
  wasEscalated,
} from "./supervision/calls.ts";
export {
  CAUSE_CLASSES,
  CAUSES,
  CAUSES_SETTING,
  type Cause,
  type CauseClass,
  causesOf,
} from "./supervision/causes.ts";
export { type Call, callOf, foldCalls, isOpenCall, sameCall } from "./supervision/fold-calls.ts";
export {
  FOLLOW_SETTING,
  FOLLOW_SETTINGS,
  type FollowSettings,
  followSettingsOf,
} from "./supervision/follow-settings.ts";
export {
  QUALITY_SETTING,
  QUALITY_TARGETS,
  type QualityTargets,
  qualityTargetsOf,
} from "./supervision/quality-settings.ts";
export type {
  CallRow,
  DefectCount,
  FlowRow,
  LineFloor,
  LineOrder,
  QualityRow,
  StationFloor,
  StationMark,
  StationWaiting,
  WallMessage,
} from "./supervision/rows.ts";
export type { StopScope } from "./supervision/scope.ts";
export {
  SCREEN_SETTINGS,
  SCREENS_SETTING,
  type ScreenSettings,
  screenSettingsOf,
} from "./supervision/screen-settings.ts";
export { shownMessage } from "./supervision/shown-message.ts";
export {
  UPKEEP_KINDS,
  UPKEEP_LIMITS,
  UPKEEP_MEASURES,
  UPKEEP_SETTING,
  type UpkeepLimit,
  type UpkeepLimits,
  type UpkeepMeasure,
  type UpkeepShare,
  upkeepLimitsOf,
  upkeepShare,
  type Worked,
} from "./supervision/upkeep.ts";
export {
  type CallKind,
  type CallStepWord,
  type CallWord,
  type InspectionWord,
  type MessageWord,
  type StopWord,
  type TargetSource,
  type TargetWord,
  type UpkeepKind,
  type UpkeepWord,
  WORD_KINDS,
  type Word,
  type WordKind,
} from "./supervision/word.ts";
export type {
  CallRequest,
  CallStepRequest,
  InspectionRequest,
  MessageRequest,
  StopRequest,
  TargetRequest,
  UpkeepRequest,
} from "./supervision/word-schema.ts";
export {
  type BadgeFault,
  badgeToQr,
  formatBadge,
  type ParsedBadge,
  parseBadge,
} from "./tickets/badge.ts";
export { CHECK_LETTERS } from "./tickets/check-letter.ts";
export {
  type CodeFault,
  formatCode,
  type ParsedCode,
  parseCode,
  type TicketCode,
  toQr,
} from "./tickets/code.ts";
export { nearestCodes } from "./tickets/nearest.ts";
export { CODE_NUMBER_MAX, type ShapeFault } from "./tickets/shape.ts";
