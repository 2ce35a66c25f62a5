import type { Dictionary } from "../../i18n/fr.ts";

/** What a new workshop can copy. */
export interface FirstCounter {
  /** plan.json */
  readonly plan: string;
  /** Sends it. */
  readonly send: string;
  /** One piece, as a counter would tell it. */
  readonly count: string;
}

/** Where the server is, and what was drawn for this counter. */
export interface ExampleOptions {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  readonly hostname: string;
  /** 32 hex digits. */
  readonly secret: string;
  /** 8 hex digits. */
  readonly boot: string;
  readonly words: Dictionary["first"];
}

const DEVICE = "esp-01";

/** A plan of one line with one station and its counter, and the two commands that bring it to life. */
export function createFirstCounter(options: ExampleOptions): FirstCounter {
  const { origin, hostname, secret, boot } = options;
  const message = { boot, up: 100, samples: [{ seq: 1, up: 90, pieces: 1 }] };
  return {
    // Lists of numbers on one line: a plan is read by people.
    plan: JSON.stringify(planOf(options), null, 2).replace(/\[[\d,\s]+\]/g, (list) =>
      list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"),
    ),
    send: [
      `curl -X PUT ${origin}/api/v1/plan \\`,
      `  -H "Authorization: Bearer $(cat data/admin-token)" \\`,
      `  -H "Content-Type: application/json" --data @plan.json`,
    ].join("\n"),
    count: [
      `mosquitto_pub -h ${hostname} -i ${DEVICE} -u ${DEVICE} -P ${secret} -q 1 \\`,
      `  -t trame/v1/${DEVICE}/counts \\`,
      `  -m '${JSON.stringify(message)}'`,
    ].join("\n"),
  };
}

function planOf({ secret, words }: ExampleOptions) {
  const shift = {
    days: [1, 2, 3, 4, 5],
    from: "08:00",
    to: "17:00",
    breaks: [{ from: "12:00", to: "13:00" }],
  };
  const station = {
    id: "S01",
    name: words.stationName,
    operation: words.operation,
    standardMinutes: 0.42,
    device: DEVICE,
    minStitches: 40,
    trimsPerPiece: 4,
  };
  return {
    workshop: { name: words.workshopName, timeZone: "Europe/Paris" },
    calendar: { shifts: [shift] },
    lines: [{ id: "L1", name: words.lineName, target: 900, operators: 1, stations: [station] }],
    devices: [{ id: DEVICE, secret }],
  };
}
