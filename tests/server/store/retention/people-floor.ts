/** A floor of two lines on which eight people came and went for three days, and what every figure says of it. */
import { join } from "node:path";
import { badgeToQr, EXPORT_KINDS, type Plan } from "@trame/shared";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { type FloorHttp, openFloor, STEPS, TOKEN } from "../../api/floor/floor-http.ts";
import { startCounter } from "../../api/support/workshop.ts";

export { TOKEN };

/** Monday to Wednesday, by their dates. */
export const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;

/** Unlike any word that is somewhere by chance. */
const SHEET = { id: "luc-id-zqx7", pseudonym: "Lucarne-Zqx", badge: 4_132 } as const;
export const LUC = { ...SHEET, code: badgeToQr(SHEET.badge) };
const MORNINGS = [
  { days: [1, 2, 3, 4, 5], from: "08:00", to: "10:00" },
  { days: [1, 2, 3, 4, 5], from: "14:00", to: "16:30" },
];

export interface PeopleFloor extends FloorHttp {
  /** Goes on at a time of one of the days. */
  on(day: string, time: string): void;
  badge(badge: number, stationId: string, direction?: "in" | "out"): Promise<void>;
  /** What every report, list and export of the three days says, as it is sent; computed anew. */
  figures(): Promise<Record<string, string>>;
  /** Works on the database itself. */
  sql<Result>(work: (sqlite: ReturnType<typeof openWriter>) => Result): Result;
}

/** What happened on a day: when, whose badge, where; in unless `out`. */
type Came = readonly [time: string, badge: number, stationId: string, direction?: "out"];

/** Two at one machine, one without a badge out, one who moves, one part time, four on the second line on the last day. */
const CAME: Readonly<Record<string, readonly Came[]>> = {
  "2026-11-23": [
    ["07:55", 4_132, "S01"],
    ["08:10", 2, "S01"],
    ["09:30", 2, "S01", "out"],
    ["08:00", 3, "S02"],
    ["10:30", 3, "S03"],
    ["11:00", 4, "T01"],
  ],
  "2026-11-24": [
    ["08:03", 4_132, "S01"],
    ["11:20", 4_132, "S01", "out"],
    ["08:00", 4, "T01"],
    ["12:30", 5, "S01"],
  ],
  "2026-11-25": [
    ["07:58", 4_132, "T01"],
    ["08:02", 2, "T01"],
    ["08:02", 3, "T02"],
    ["08:40", 4, "T02"],
    ["09:00", 5, "S01"],
  ],
};

export async function openPeopleFloor(): Promise<PeopleFloor> {
  const floor = await openFloor({
    at: "2026-11-23T07:00:00+01:00",
    stations: { S01: { operation: "10", device: "esp-01" }, S02: { operation: "20" } },
    routing: STEPS,
  });
  await floor.putPlan(await twoLines(floor), "2026-11-21T00:00:00Z");
  for (const [index, badge] of [2, 3, 4, 5].entries()) {
    const pattern = badge === 5 ? { pattern: MORNINGS } : {};
    await floor.send("POST", "/operators", { pseudonym: `Personne ${index}`, badge, ...pattern });
  }
  await floor.send("POST", "/operators", SHEET);
  const own = createOwn(floor);
  const counter = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
  for (const day of DAYS) {
    for (const [time, badge, stationId, direction] of CAME[day] ?? []) {
      own.on(day, time);
      await own.badge(badge, stationId, direction ?? "in");
    }
    for (const [hour, pieces] of [
      ["09", 20],
      ["11", 31],
      ["15", 17],
    ] as const) {
      own.on(day, `${hour}:40`);
      await floor.record(counter.sewn(`${day}T${hour}:40:00+01:00`, pieces));
    }
    const [code = ""] = floor.codes.slice(DAYS.indexOf(day));
    own.on(day, "15:45");
    await floor.work("S01", code, 40);
  }
  own.on("2026-11-26", "06:00");
  await floor.settled();
  return { ...floor, ...own };
}

function createOwn(floor: FloorHttp): Pick<PeopleFloor, "badge" | "figures" | "on" | "sql"> {
  const get = async (url: string): Promise<string> =>
    (await floor.get(`/api/v1${url}`, { token: TOKEN })).bytes.toString("base64");
  const sql: PeopleFloor["sql"] = (work) => {
    const sqlite = openWriter(join(floor.folder, DATABASE_FILE));
    try {
      return work(sqlite);
    } finally {
      sqlite.close();
    }
  };
  return {
    sql,
    on: (day, time) => floor.setNow(`${day}T${time}:00+01:00`),
    async badge(badge, stationId, direction = "in") {
      const told = await floor.act("/badges", stationId, { badge: badgeToQr(badge), direction });
      if (!told.accepted) throw new Error(told.message);
    },
    async figures() {
      // What days came to is kept: it would be told without being computed.
      sql((sqlite) => sqlite.exec("DELETE FROM day_rows"));
      const span = `from=${DAYS[0]}&to=${DAYS[2]}`;
      const urls = [
        ...DAYS.map((day) => `/counts?day=${day}`),
        `/reports/production?${span}`,
        ...DAYS.map((day) => `/reports/production?from=${day}&to=${day}`),
        ...DAYS.map((day) => `/reports/facts?day=${day}`),
        ...EXPORT_KINDS.map((kind) => `/exports/${kind}?${span}&format=json`),
        `/exports/attendance?${span}&format=xlsx`,
        `/orders/${floor.orderId}/minutes`,
        "/styles/POLO/learning",
      ];
      const said = [];
      for (const url of urls) said.push([url, await get(url)] as const);
      return Object.fromEntries(said);
    },
  };
}

async function twoLines(floor: FloorHttp): Promise<Plan> {
  const plan = await floor.send<Plan>("GET", "/plan");
  const at = (id: string, operation: string) => {
    return { id, name: `Poste ${id}`, operation, standardMinutes: 0.7 };
  };
  const [first] = plan.lines;
  if (first === undefined) throw new Error("the plan has no line");
  return {
    ...plan,
    lines: [
      { ...first, operators: 3, stations: [...first.stations, at("S03", "30")] },
      {
        id: "L2",
        name: "Ligne 2",
        operators: 2,
        stations: [at("T01", "Plis"), at("T02", "Biais")],
      },
    ],
  };
}
