import type { DeviceRow, QuarantineRow, SuspectRow } from "../../data/floor/rows.ts";

/** Something about a counter that a person should look at. */
export type DeviceMatter =
  | { readonly kind: "waiting" | "unbound" | "silent" | "uncertain"; readonly device: DeviceRow }
  | { readonly kind: "suspect"; readonly device: DeviceRow; readonly suspect: SuspectRow }
  | { readonly kind: "quarantine"; readonly device: DeviceRow; readonly entry: QuarantineRow };

/** What is lost when nobody looks comes first. */
const ORDER = ["suspect", "silent", "uncertain", "quarantine", "waiting", "unbound"] as const;

/** What there is to do about counters; `messages` are those that nobody could read, of all counters ([FL11]). */
export function deviceMatters(
  devices: readonly DeviceRow[],
  messages: readonly QuarantineRow[],
): readonly DeviceMatter[] {
  const matters = devices.flatMap((device) => mattersOf(device, messages));
  return ORDER.flatMap((kind) => matters.filter((matter) => matter.kind === kind));
}

function mattersOf(device: DeviceRow, messages: readonly QuarantineRow[]): DeviceMatter[] {
  const { deviceId, state, online, suspects, uncertain } = device;
  return [
    ...suspects.map((suspect) => ({ kind: "suspect" as const, device, suspect })),
    ...(state === "known" && !online ? [{ kind: "silent" as const, device }] : []),
    ...(uncertain > 0 ? [{ kind: "uncertain" as const, device }] : []),
    ...messages
      .filter((entry) => entry.deviceId === deviceId)
      .map((entry) => ({ kind: "quarantine" as const, device, entry })),
    ...(state === "known" ? [] : [{ kind: state, device }]),
  ];
}

/** A name for it as long as the page shows it. */
export function matterId(matter: DeviceMatter): string {
  switch (matter.kind) {
    case "suspect":
      return `suspect ${matter.suspect.id}`;
    case "quarantine":
      return `quarantine ${matter.entry.id}`;
    default:
      return `${matter.kind} ${matter.device.deviceId}`;
  }
}
