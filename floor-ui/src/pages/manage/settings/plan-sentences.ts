import type { Plan } from "@trame/shared";
import { type PlanChange, planChanges, type Spot } from "../../../data/settings/plan-changes.ts";
import type { SettingsI18n } from "../../../i18n/settings.ts";

/** What differs between two plans, in sentences. */
export function planSentences(i18n: SettingsI18n): (before: Plan, after: Plan) => string[] {
  return (before, after) => planChanges(before, after).map((change) => sentenceOf(change, i18n));
}

function sentenceOf(change: PlanChange, i18n: SettingsI18n): string {
  // The table gives each kind its own change; the compiler can't follow that through an index.
  const tell = TELL[change.kind] as (of: PlanChange, i18n: SettingsI18n) => string;
  return tell(change, i18n);
}

type Of<Kind extends PlanChange["kind"]> = Extract<PlanChange, { kind: Kind }>;

type Tellers = {
  readonly [Kind in PlanChange["kind"]]: (change: Of<Kind>, i18n: SettingsI18n) => string;
};

/** What a counter does where nobody set it (`DEFAULT_DEVICE_CONFIG`). */
const STITCHES = 40;
const TRIMS = 4;

const TELL: Tellers = {
  workshop: ({ before, after }, { t }) => t.planChange.workshop(before, after),
  zone: ({ before, after }, { t }) => t.planChange.zone(before, after),
  "line-added": ({ line, stations }, { t }) => t.planChange.lineAdded(line, stations),
  "line-removed": ({ line, stations }, { t }) => t.planChange.lineRemoved(line, stations),
  "line-renamed": ({ before, after }, { t }) => t.planChange.lineRenamed(before, after),
  "line-target": ({ line, before, after }, i18n) =>
    i18n.t.planChange.target(line, figure(before, i18n), figure(after, i18n)),
  "line-operators": ({ line, before, after }, i18n) =>
    i18n.t.planChange.operators(line, figure(before, i18n), figure(after, i18n)),
  "lines-order": ({ names }, { t, list }) => t.planChange.linesOrder(list(names)),
  "stations-order": ({ line, names }, { t, list }) => t.planChange.stationsOrder(line, list(names)),
  "station-added": ({ station, line, operation }, { t }) =>
    t.planChange.stationAdded(station, line, operation),
  "station-removed": ({ station, line }, { t }) => t.planChange.stationRemoved(station, line),
  "station-renamed": ({ before, after }, { t }) => t.planChange.stationRenamed(before, after),
  "station-line": ({ station, before, after }, { t }) =>
    t.planChange.stationLine(station, before, after),
  "station-operation": ({ station, before, after }, { t }) =>
    t.planChange.operation(station, before, after),
  "station-operations": ({ station, before, after }, i18n) =>
    i18n.t.planChange.operations(station, names(before, i18n), names(after, i18n)),
  "station-minutes": ({ station, before, after }, { t, decimal }) =>
    t.planChange.minutes(station, decimal(before), decimal(after)),
  "station-counter": counter,
  "station-stitches": ({ station, before, after }, { t, decimal }) =>
    t.planChange.stitches(station, decimal(before ?? STITCHES), decimal(after ?? STITCHES)),
  "station-trims": ({ station, before, after }, { t, decimal }) =>
    t.planChange.trims(station, decimal(before ?? TRIMS), decimal(after ?? TRIMS)),
  "station-spot": ({ station, before, after }, i18n) =>
    i18n.t.planChange.spot(station, spot(before, i18n), spot(after, i18n)),
  "threshold-wait": ({ operation, before, after }, i18n) =>
    i18n.t.planChange.wait(operation, minutes(before, i18n), minutes(after, i18n)),
  "threshold-explain": ({ operation, before, after }, i18n) =>
    i18n.t.planChange.explain(operation, minutes(before, i18n), minutes(after, i18n)),
  "device-added": ({ device }, { t }) => t.planChange.deviceAdded(device),
  "device-removed": ({ device }, { t }) => t.planChange.deviceRemoved(device),
  "device-changed": ({ device }, { t }) => t.planChange.deviceChanged(device),
  calendar: (_, { t }) => t.planChange.calendar,
};

function figure(value: number | null, { t, decimal }: SettingsI18n): string {
  return value === null ? t.planChange.nothing : decimal(value);
}

function names(all: readonly string[], { t, list }: SettingsI18n): string {
  return all.length === 0 ? t.settings.none : list(all);
}

function minutes(value: number | null, { t, decimal }: SettingsI18n): string {
  return value === null ? t.planChange.usualTime : t.planChange.minutesUnit(decimal(value));
}

function counter({ station, before, after }: Of<"station-counter">, { t }: SettingsI18n): string {
  const says = t.planChange;
  if (after === null) return says.counterFreed(station, before ?? "");
  return before === null
    ? says.counterBound(station, after)
    : says.counterMoved(station, before, after);
}

function spot(at: Spot | null, { t, decimal }: SettingsI18n): string {
  if (at === null) return t.planChange.spotUsual;
  const half = (value: number | null) => (value === null ? t.workHours.off : decimal(value));
  return t.planChange.spotAt(half(at.row), half(at.column));
}
