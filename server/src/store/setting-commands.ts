import { CAUSES_SETTING, PRIVACY_SETTING } from "@trame/shared";
import type { StationKey } from "./floor/station-keys.ts";
import { noteChange } from "./journal/note-change.ts";
import { noteSetting } from "./journal/note-setting.ts";
import type { Modules } from "./modules.ts";
import { createSettings } from "./settings.ts";

/** A setting as it is put; `value` null takes it back to its default. */
export interface NewSetting {
  readonly key: string;
  readonly value: string | null;
  /** UTC ms. */
  readonly now: number;
}

/** Reports are told in their words, or under groups as they say. */
const NAMING: readonly string[] = [CAUSES_SETTING, PRIVACY_SETTING];

/** Records a setting, and who reads the board reads it anew. */
export function putSetting(modules: Modules, { key, value, now }: NewSetting): void {
  const { facts, floor, live, rollups, sqlite, transact } = modules;
  const settings = createSettings(sqlite);
  transact(() => {
    noteSetting(facts, { key, before: settings.get(key), after: value }, now);
    settings.put(key, value);
    if (NAMING.includes(key)) rollups.touchNames();
  });
  // Whether rows bear figures is said by the whole board.
  if (key === PRIVACY_SETTING) live.forget();
  // Names of causes and the delay of calls are on the board.
  floor.now.said();
}

/** Records the key of a station's screen; the key itself is in no fact. */
export function putStationKey({ facts, floor, transact }: Modules, key: StationKey, now: number) {
  transact(() => {
    const { stationId: subject } = key;
    noteChange(facts, { what: "station-key", subject, before: null, after: null }, now);
    floor.keys.put(key, now);
  });
}
