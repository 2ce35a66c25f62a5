/** Two lines whose targets are set and read over the interface; it is half past eleven on a Monday. */
import { type Answer, openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { lineOf, planOf, stationOf } from "../support/workshop.ts";

export const TARGETS = "/api/v1/targets";
const NOW = "2026-11-23T11:30:00+01:00";

type Asking = Pick<TestHttp, "ask" | "get" | "deps">;

export interface TargetsJson {
  readonly day: string;
  readonly lines: {
    lineId: string;
    pieces: number | null;
    origin: string | null;
    of: object | null;
    people: { count: number; personMinutes: number };
    garment: { orderId: string | null; standardMinutes: number } | null;
    hours: {
      hour: number;
      target: number | null;
      actual: number | null;
      cumulativeTarget: number | null;
      cumulativeActual: number | null;
      gap: number | null;
      short: object[];
    }[];
  }[];
}

let drawn = 0;

/** Says a target of L1 today, unless said otherwise. */
export function say(http: Asking, fields: object): Promise<Answer> {
  drawn += 1;
  const now = http.deps.now();
  const head = { key: `target-${drawn}-of-the-test`, at: now, sentAt: now, origin: "hand" };
  const body = { ...head, lineId: "L1", day: "2026-11-23", pieces: null, ...fields };
  return http.ask("PUT", TARGETS, { token: TOKEN, body });
}

export async function targetsOf(http: Asking, query = ""): Promise<TargetsJson> {
  return (await http.get(TARGETS + query)).json as TargetsJson;
}

/** What the first line is to make. */
export async function firstTarget(http: Asking, query = "") {
  const [line] = (await targetsOf(http, query)).lines;
  return line && { pieces: line.pieces, origin: line.origin, of: line.of };
}

/** What the lines are to make, as the board has it. */
export async function targetsOnBoard(http: Asking) {
  const { lines } = (await http.get("/api/v1/board")).json as {
    lines: { target: number | null; targetOrigin: string | null }[];
  };
  return lines.map(({ target, targetOrigin }) => ({ pieces: target, origin: targetOrigin }));
}

/** One line with a target of 960 for 8 hours, and another without. */
export async function openTwoLines(): Promise<TestHttp> {
  const http = await openHttp(NOW);
  const stations = [stationOf({ id: "T01", device: "esp-02" })];
  const lines = [lineOf({ target: 960, operators: 2.5 }), { id: "L2", name: "Ligne 2", stations }];
  const devices = [{ id: "esp-01" }, { id: "esp-02" }];
  await http.putPlan(planOf({ lines, devices }), "2026-11-01T00:00:00Z");
  return http;
}
