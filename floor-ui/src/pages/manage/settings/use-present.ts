import type { CallSettings, Plan, QualityTargets, ScreenSettings } from "@trame/shared";
import { useRead } from "../../../data/desk/use-read.ts";
import type { DeviceRow } from "../../../data/settings/rows.ts";
import { weekHours } from "../../../data/settings/week-hours.ts";
import { type SettingsI18n, useSettingsWords } from "../../../i18n/settings.ts";
import type { SectionName } from "./sections.ts";

/** What each section is set to now, in a few words; nothing for what could not be read. */
export function usePresent(plan: Plan | null): (section: SectionName) => readonly string[] {
  const i18n = useSettingsWords();
  const { t } = i18n;
  const screens = useRead<ScreenSettings>("/api/v1/settings/screens").value;
  const devices = useRead<{ devices: DeviceRow[] }>("/api/v1/devices").value?.devices ?? null;
  const causes = useRead<CodeList>("/api/v1/causes").value;
  const defects = useRead<CodeList>("/api/v1/settings/defects").value;
  const calls = useRead<CallSettings>("/api/v1/settings/calls").value;
  const quality = useRead<QualityTargets>("/api/v1/settings/quality").value;
  return (section) => {
    switch (section) {
      case "workshop":
        return plan === null ? [] : workshop(plan, screens, i18n);
      case "hours":
        return plan === null ? [] : hours(plan, i18n);
      case "lines":
        return plan === null ? [] : lines(plan, i18n);
      case "counters":
        return counters(devices, i18n);
      case "causes":
        return listOf(causes, t.lists.causes, i18n);
      case "defects":
        return listOf(defects, t.lists.defects, i18n);
      case "limits":
        return limits({ calls, quality }, i18n);
    }
  };
}

interface CodeList {
  readonly isUsual: boolean;
  readonly causes?: readonly unknown[];
  readonly defects?: readonly unknown[];
}

function workshop({ workshop: of }: Plan, screens: ScreenSettings | null, { t }: SettingsI18n) {
  return [
    of.name,
    [of.timeZone, ...(screens === null ? [] : [t.workshop.languages[screens.language]])].join(
      " · ",
    ),
  ];
}

function hours({ calendar }: Plan, { t, hours: told }: SettingsI18n): string[] {
  return [
    t.workHours.weekOf(told(weekHours(calendar).minutes)),
    t.workHours.regions[calendar.holidays ?? "none"],
  ];
}

function lines({ lines: all }: Plan, { t }: SettingsI18n): string[] {
  return all
    .slice(0, 3)
    .map(({ name, stations }) => `${name} · ${t.lines.stations(stations.length)}`);
}

function counters(devices: readonly DeviceRow[] | null, { t, number }: SettingsI18n): string[] {
  if (devices === null) return [];
  const online = devices.filter((device) => device.online).length;
  const waiting = devices.filter(({ state }) => state === "waiting").length;
  const toCheck = devices.reduce(
    (sum, { suspects, openQuarantine }) => sum + suspects.length + openQuarantine,
    0,
  );
  return [
    t.counters.onlineOf(number(online), number(devices.length)),
    ...(waiting > 0 ? [t.counters.waitingOf(waiting)] : []),
    ...(toCheck > 0 ? [t.counters.toCheck(toCheck)] : []),
  ];
}

function listOf(
  list: CodeList | null,
  count: (n: number) => string,
  { t }: SettingsI18n,
): string[] {
  const entries = list?.causes ?? list?.defects;
  if (list === null || entries === undefined) return [];
  return [count(entries.length), list.isUsual ? t.settings.usualNow : t.settings.ownNow];
}

function limits(
  of: { readonly calls: CallSettings | null; readonly quality: QualityTargets | null },
  { t, decimal, percent }: SettingsI18n,
): string[] {
  const { summary } = t.limits;
  return [
    ...(of.calls === null ? [] : [summary.calls(decimal(of.calls.escalateAfterMinutes))]),
    ...(of.quality === null
      ? []
      : [summary.quality(decimal(of.quality.mostDhu), percent(of.quality.leastFirstPass))]),
  ];
}
