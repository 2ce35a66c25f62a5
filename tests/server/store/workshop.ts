/** A workshop of two lines in Paris over a store in memory: devices speak, plans are recorded, the server restarts. */
import type { Plan, PlanStation, Sample } from "@trame/shared";
import { onTestFinished } from "vitest";
import { openWriter } from "../../../server/src/store/database.ts";
import type { CountsEntry, EventsEntry } from "../../../server/src/store/entries.ts";
import { createLedger, type Ledger } from "../../../server/src/store/ledger.ts";

const ZONE = "Europe/Paris";
/** A Monday. */
const TODAY = "2026-11-23";

/** `08:00` on Monday, or `2026-11-22 23:59`, in the workshop's zone; UTC ms. */
export function at(time: string): number {
  const [day, hour] = time.includes(" ") ? time.split(" ") : [TODAY, time];
  return Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(ZONE).epochMilliseconds;
}

/** What a plan may differ in: which device counts at which station, and how the days are made. */
export interface PlanOptions {
  readonly stations?: Readonly<Record<string, Partial<PlanStation>>>;
  readonly shifts?: Plan["calendar"]["shifts"];
  readonly devices?: Plan["devices"];
}

const DAY_SHIFT = {
  days: [1, 2, 3, 4, 5],
  from: "08:00",
  to: "17:00",
  breaks: [{ from: "12:00", to: "13:00" }],
};

/** One line whose stations are given by name; by default `S1` has the device `esp-01` and `S2` has `esp-02`. */
export function planOf({
  stations = { S1: { device: "esp-01" }, S2: { device: "esp-02" } },
  shifts = [DAY_SHIFT],
  devices,
}: PlanOptions = {}): Plan {
  const list = Object.entries(stations).map(([id, options]) => ({
    id,
    name: `Poste ${id}`,
    operation: "Assembler",
    standardMinutes: 0.5,
    ...options,
  }));
  const bound = new Set(list.flatMap(({ device }) => device ?? []));
  return {
    workshop: { name: "Atelier Lons", timeZone: ZONE },
    calendar: { shifts },
    lines: [{ id: "L1", name: "Ligne 1", stations: list }],
    devices: devices ?? [...bound].map((id) => ({ id })),
  };
}

/** A message, and when its last sample was taken. */
export interface Message {
  readonly takenAt: number;
  readonly deviceId: string;
  readonly message: CountsEntry["message"];
}

export interface BootOptions {
  readonly device?: string;
  readonly boot?: string;
  readonly began: string;
}

/** A counter that was switched on; it tells its total whenever it is asked. */
export function powerOn({ device = "esp-01", boot = "0000000a", began }: BootOptions) {
  const beganAt = at(began);
  let seq = 0;
  return {
    /** The next message, taken at a time, with one total. */
    tells(time: string, pieces: number, more: Partial<Sample> = {}): Message {
      const takenAt = at(time);
      seq = more.seq ?? seq + 1;
      const up = takenAt - beganAt;
      const sample = { seq, up, pieces, stitches: null, trims: null, state: null, ...more };
      return { takenAt, deviceId: device, message: { boot, up, samples: [sample] } };
    },
    /** A barcode read at a time, and told then or later. */
    scans(time: string, code: string, toldAt = time): EventsEntry {
      seq += 1;
      const event = { seq, up: at(time) - beganAt, kind: "scan" as const, code };
      const message = { boot, up: at(toldAt) - beganAt, events: [event] };
      return { kind: "events", deviceId: device, received: at(toldAt), message };
    },
  };
}

export interface Workshop {
  readonly sqlite: ReturnType<typeof openWriter>;
  readonly ledger: Ledger;
  /** Takes in messages in this order, each when it was taken or, all of them, at a later time. */
  receive(messages: readonly Message[], receivedAt?: string): void;
  putPlan(from: string, options?: PlanOptions): void;
  /** Starts the server again over the same store. */
  restart(): void;
  /** Pieces by station; `byHour` as `S1 08:00` and `byDay` as `S1 2026-11-23`. */
  byStation(): Record<string, number>;
  byHour(): Record<string, number>;
  byDay(): Record<string, number>;
  /** What is withheld. */
  holds(): { seq: number; fromSeq: number; kind: string; pieces: number }[];
  /** Open entries of the quarantine. */
  quarantined(): { id: number; fault: string; seen: number }[];
}

/** Opens a workshop whose plan holds since the day before; `null` leaves it without one. */
export function openWorkshop(plan: PlanOptions | null = {}): Workshop {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  let ledger = createLedger(sqlite, at("2026-11-22 00:00"));

  function counted(key: string): Record<string, number> {
    const rows = sqlite
      .prepare<[], { key: string; pieces: number }>(
        `SELECT station_id || ${key} AS key, sum(pieces) AS pieces
         FROM hours JOIN places ON places.id = place_id GROUP BY 1 ORDER BY 1`,
      )
      .all();
    return Object.fromEntries(rows.map((row) => [row.key, row.pieces]));
  }

  sqlite.function("paris", (hour) =>
    Temporal.Instant.fromEpochMilliseconds(Number(hour))
      .toZonedDateTimeISO(ZONE)
      .toPlainTime()
      .toString()
      .slice(0, 5),
  );
  const workshop: Workshop = {
    sqlite,
    get ledger() {
      return ledger;
    },
    receive(messages, receivedAt) {
      for (const { takenAt, ...message } of messages) {
        const received = receivedAt === undefined ? takenAt : at(receivedAt);
        ledger.commit([{ kind: "counts", received, ...message }]);
      }
    },
    putPlan(from, options) {
      const record = { from: at(from), plan: planOf(options), secrets: [] };
      ledger.putPlan(record, at("2026-11-22 12:00"));
    },
    restart() {
      ledger = createLedger(sqlite, at("2026-11-24 00:00"));
    },
    byStation: () => counted("''"),
    byHour: () => counted("' ' || paris(hour)"),
    byDay: () => counted("' ' || date(day * 86400, 'unixepoch')"),
    holds: () =>
      sqlite
        .prepare<[], ReturnType<Workshop["holds"]>[number]>(
          'SELECT seq, from_seq AS "fromSeq", kind, pieces FROM holds ORDER BY boot_id, seq',
        )
        .all(),
    quarantined: () =>
      sqlite
        .prepare<[], ReturnType<Workshop["quarantined"]>[number]>(
          "SELECT id, fault, seen FROM quarantine WHERE state = 'open' ORDER BY id",
        )
        .all(),
  };
  if (plan !== null) workshop.putPlan("2026-11-22 00:00", plan);
  return workshop;
}

/** All orders of some things; six of them at most. */
export function ordersOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((thing, i) =>
    ordersOf([...things.slice(0, i), ...things.slice(i + 1)]).map((rest) => [thing, ...rest]),
  );
}
