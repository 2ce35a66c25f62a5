import type { ActAnswer } from "@trame/shared";
import { CAUSES } from "@trame/shared";
import type {
  DeviceRow,
  FollowedRow,
  LineTarget,
  MachineRow,
  PresenceList,
  QuarantineRow,
  StopRow,
} from "../../../floor-ui/src/data/floor/rows.ts";
import { card } from "./fake-floor.ts";
import { ADMINISTRATOR, AT_THE_SERVER, type FakeApi } from "./fake-server.ts";
import { at } from "./rows.ts";

/** What the page sent, each key once. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The lists beside the board. */
export interface Lists {
  stops: readonly StopRow[];
  /** Of the days before. */
  unexplained: readonly StopRow[];
  version: number;
  presence: PresenceList;
  followed: readonly FollowedRow[];
  machines: readonly MachineRow[];
  devices: readonly DeviceRow[];
  unread: readonly QuarantineRow[];
  targets: readonly LineTarget[];
}

interface Refused {
  readonly code: string;
  readonly message: string;
}

/** A made-up server of the supervisor's page: lists to be read, and what was sent to it. */
export interface FakeSupervision {
  readonly lists: Lists;
  readonly sent: readonly Sent[];
  /** Paths that were read, in order. */
  readonly read: readonly string[];
  /** What it answers to the next thing that is sent, whatever that is, and what is different from then on. */
  refuse(status: number, answer: Refused, become?: Partial<Lists>): void;
  /** What comes of something that was sent. */
  onSent: (sent: Sent) => void;
  readonly api: FakeApi;
}

export const ADMIN_TOKEN = "token-of-the-supervisor";

const PEOPLE = [
  ["Lune", "moon"],
  ["Cèdre", "tree"],
  ["Étoile", "star"],
  ["Nuage", "cloud"],
  ["Fleur", "flower"],
  ["Poisson", "fish"],
  ["Mésange", "bird"],
  ["Clé", "key"],
  ["Olive", "leaf"],
  ["Bateau", "boat"],
  ["Maison", "house"],
  ["Pomme", "apple"],
] as const;

export function stationIdOf(number: number): string {
  return `S${String(number).padStart(2, "0")}`;
}

/** A stop of station 2 that nobody explained. */
export function stopRow(over: Partial<StopRow> = {}): StopRow {
  return {
    stationId: "S02",
    lineId: "L1",
    from: at("10:12"),
    to: at("10:20"),
    state: "waiting",
    minutes: 8,
    cause: null,
    class: null,
    note: null,
    origin: "machine",
    keys: [],
    needsCause: true,
    ...over,
  };
}

export function deviceRow(over: Partial<DeviceRow> = {}): DeviceRow {
  return {
    deviceId: "esp-01",
    state: "known",
    online: true,
    stations: [{ stationId: "S01" }],
    lastHeardAt: at("11:34"),
    openQuarantine: 0,
    uncertain: 0,
    suspects: [],
    ...over,
  };
}

/** Nothing to do anywhere. */
export function calmLists(): Lists {
  return {
    stops: [],
    unexplained: [],
    version: 1,
    presence: { stations: [], free: [], absent: [] },
    followed: [],
    machines: [],
    devices: [deviceRow()],
    unread: [],
    targets: [],
  };
}

/** 11:35 on the line of the drawings: stops to explain, people, late bundles, a machine, counters. */
export function fullLists(): Lists {
  return {
    ...calmLists(),
    stops: [
      stopRow(),
      stopRow({ stationId: "S10", from: at("09:41"), to: at("09:46"), minutes: 5 }),
      stopRow({
        stationId: "S02",
        from: at("10:30"),
        to: at("10:36"),
        minutes: 6,
        cause: "thread",
        class: "machine",
        needsCause: false,
        keys: ["stop-of-before"],
      }),
    ],
    presence: {
      stations: PEOPLE.map(([name, pictogram], index) => ({
        stationId: stationIdOf(index + 1),
        people: [{ operatorId: `o${index}`, name, pictogram }],
        expected: [],
      })),
      free: [
        {
          operatorId: "roche",
          name: "Roche",
          pictogram: "heart",
          operations: ["Plis", "Pose du biais"],
          ...{ stationId: null, known: ["S03", "S08"] },
          suggestion: { stationId: "S08", reason: "bottleneck" },
        },
        {
          operatorId: "soleil",
          name: "Soleil",
          pictogram: "sun",
          operations: ["Contrôle", "Pliage, sachet"],
          ...{ stationId: "S12", known: ["S11", "S12"] },
          suggestion: null,
        },
        {
          operatorId: "mistral",
          name: "Mistral",
          pictogram: "umbrella",
          operations: ["Élastiques"],
          ...{ stationId: null, known: ["S10"] },
          suggestion: null,
        },
      ],
      absent: [{ operatorId: "chat", name: "Chat", pictogram: "cat" }],
    },
    followed: [
      followed(109, { size: "L", reason: "blocked", since: at("09:25"), stationId: null }),
      followed(112, { size: "S", reason: "late", since: at("10:47"), stationId: "S08" }),
      followed(113, { size: "S", reason: "late", since: at("11:04"), stationId: "S08" }),
    ],
    machines: [machine("S07", 1.2), machine("S03", 0.4)],
    devices: [
      deviceRow({
        suspects: [{ id: "1-5", kind: "leap", stationId: "S01", at: at("11:12"), pieces: 5_000 }],
      }),
      deviceRow({
        deviceId: "esp-04",
        online: false,
        stations: [{ stationId: "S04" }],
        lastHeardAt: at("11:12"),
      }),
      deviceRow({ deviceId: "esp-99", state: "waiting", stations: [], lastHeardAt: null }),
      deviceRow({ deviceId: "esp-05", stations: [{ stationId: "S05" }], openQuarantine: 1 }),
      deviceRow({ deviceId: "tas-06", stations: [{ stationId: "S06" }], uncertain: 2 }),
    ],
    unread: [
      {
        id: 7,
        deviceId: "esp-05",
        lastAt: at("10:58"),
        seen: 3,
        message: "Le message n’est pas du JSON lisible.",
      },
    ],
    targets: [lineTarget()],
  };
}

interface Followed {
  readonly size: string;
  readonly reason: FollowedRow["reason"];
  readonly since: number;
  readonly stationId: string | null;
}

function followed(bundle: number, { size, ...row }: Followed): FollowedRow {
  const detail = row.reason === "late" ? "waits" : "in-conflict";
  return { ...row, detail, bundle: card(bundle, { size, colour: "écru" }) };
}

function machine(stationId: string, share: number): MachineRow {
  return {
    stationId,
    lineId: "L1",
    name: stationId,
    machineType: "Piqueuse plate",
    stitches: 118_400,
    upkeep: [
      {
        upkeep: "needle",
        doneAt: at("08:00"),
        stitches: 100_000 * share,
        hours: 12,
        days: 2,
        measure: "stitches",
        limit: { stitches: 100_000 },
        share,
        isDue: share >= 1,
      },
    ],
  };
}

function lineTarget(): LineTarget {
  const hour = (time: string, [actual, before]: readonly [number, number]) => ({
    hour: at(time),
    target: 120,
    actual,
    cumulativeTarget: before === 0 ? 120 : 240,
    cumulativeActual: before + actual,
    gap: before + actual - (before === 0 ? 120 : 240),
    short: [{ cause: "material", class: "material" as const, minutes: 9, stationIds: ["S06"] }],
  });
  return {
    lineId: "L1",
    pieces: 960,
    origin: "plan",
    of: null,
    people: { personMinutes: 5_760, count: 12 },
    garment: { orderId: null, standardMinutes: 4.2 },
    hours: [
      hour("08:00", [108, 0]),
      // It brought more than was asked: what stopped in it made nothing short.
      hour("09:00", [121, 108]),
    ],
  };
}

/** What is said of something that was sent and taken. */
function taken(): Partial<ActAnswer> {
  return { accepted: true, code: "stop-accepted", message: "" };
}

function isOurs(path: string): boolean {
  return path.startsWith("/api/v1/") && path !== "/api/v1/health";
}

/** Whether what is asked is told to whoever is not known. */
function isOpen(method: string, path: string): boolean {
  return method === "GET" && !path.startsWith("/api/v1/presence");
}

/** `wasSignedIn`: before the page is opened. */
export function createFakeSupervision(
  lists: Lists = fullLists(),
  wasSignedIn = true,
): FakeSupervision {
  let isSignedIn = wasSignedIn;
  const sent: Sent[] = [];
  const read: string[] = [];
  const keys = new Set<unknown>();
  let refusal: (() => { readonly status: number; readonly json: unknown }) | null = null;
  const fake: FakeSupervision = {
    lists,
    sent,
    read,
    onSent: () => {},
    refuse(status, json, become = {}) {
      refusal = () => {
        Object.assign(lists, become);
        return { status, json };
      };
    },
    api({ method, path, body }) {
      if (!isOurs(path)) return null;
      const known = letIn(path, body);
      if (known !== null) return known;
      if (method === "GET") read.push(path);
      if (!isSignedIn && !isOpen(method, path)) {
        return {
          status: 401,
          json: { code: "token-wrong", message: "Ce jeton n’est pas le bon." },
        };
      }
      if (method === "GET") return { status: 200, json: listAt(path, lists) };
      const refused = refusal;
      refusal = null;
      return refused?.() ?? take({ method, path, body });
    },
  };

  /** Who a page is, and the admin token that makes it the supervisor's. */
  function letIn(path: string, body: Record<string, unknown>) {
    if (path === "/api/v1/me") {
      return { status: 200, json: isSignedIn ? ADMINISTRATOR : AT_THE_SERVER };
    }
    if (path !== "/api/v1/sessions") return null;
    isSignedIn = body["token"] === ADMIN_TOKEN;
    return { status: isSignedIn ? 201 : 401, json: {} };
  }

  /** The same key again gets the same answer, and changes nothing. */
  function take(one: Sent) {
    const drawn = one.body["key"];
    const isKnown = drawn !== undefined && keys.has(drawn);
    keys.add(drawn);
    if (!isKnown) {
      sent.push(one);
      fake.onSent(one);
    }
    return { status: 200, json: taken() };
  }
  return fake;
}

function listAt(path: string, lists: Lists): unknown {
  const name = path.replace("/api/v1/", "").split("?")[0];
  switch (name) {
    case "stops":
      return { day: "2026-11-23", version: lists.version, stops: lists.stops };
    case "stops/unexplained":
      return { version: lists.version, stops: lists.unexplained };
    case "causes":
      return { causes: CAUSES, isUsual: true };
    case "presence":
      return lists.presence;
    case "bundles/to-follow":
      return { bundles: lists.followed };
    case "machines":
      return { machines: lists.machines };
    case "devices":
      return { devices: lists.devices };
    case "quarantine":
      return { entries: lists.unread, before: null };
    case "targets":
      return { day: "2026-11-23", lines: lists.targets };
    case "conflicts":
      return { conflicts: [] };
    case "differences":
      return { day: "2026-11-23", differences: [] };
    case "carried-over":
      return { bundles: [] };
    default:
      return {};
  }
}
