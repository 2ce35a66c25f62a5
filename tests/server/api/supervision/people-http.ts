/** A line of four stations with an order, and three people: Fleur knows all four operations, Luc the first two, Noa the last. */
import { badgeToQr } from "@trame/shared";
import { type FloorHttp, openFloor, TOKEN } from "../floor/floor-http.ts";

export const ADMIN = { token: TOKEN };

export interface PeopleFloor extends FloorHttp {
  badge(operatorId: string, stationId: string): Promise<void>;
  put(path: string, body: object): Promise<{ status: number; json: unknown }>;
  line(query?: string): Promise<LineJson>;
  presence(): Promise<PresenceJson>;
}

export interface LineJson {
  readonly order: { readonly orderId: string } | null;
  readonly tasks: readonly { readonly id: string }[];
  readonly precedence: readonly number[][];
  readonly people: readonly {
    readonly operatorId: string;
    readonly state: string;
    readonly stationId: string | null;
    readonly times: readonly (number | null)[];
  }[];
  readonly absent: readonly object[];
  readonly accepted: {
    readonly people: readonly object[];
    readonly isStale: boolean;
    readonly missing: readonly { readonly name: string }[];
    readonly came: readonly { readonly name: string }[];
    readonly hasOtherTasks: boolean;
  } | null;
}

export interface PresenceJson {
  readonly stations: readonly {
    readonly stationId: string;
    readonly people: readonly { readonly name: string; readonly since: number }[];
    readonly expected: readonly { readonly name: string }[];
  }[];
  readonly free: readonly {
    readonly operatorId: string;
    readonly stationId: string | null;
    readonly suggestion: object | null;
  }[];
  readonly absent: readonly { readonly name: string }[];
}

const BADGES = { fleur: 412, luc: 413, noa: 414 };

/** What skills people have, as `operation: level`. */
const SKILLS = {
  fleur: { "10": 3, "20": 4, "30": 3, "40": 3 },
  luc: { "10": 2, "Étape 20": 1 },
  noa: { "40": 3 },
} as const;

/** Opens it; it closes with the test. */
export async function openPeople(
  options: Parameters<typeof openFloor>[0] = {},
): Promise<PeopleFloor> {
  const floor = await openFloor(options);
  for (const [id, skills] of Object.entries(SKILLS)) {
    await floor.send("POST", "/operators", {
      id,
      pseudonym: id === "noa" ? "Noa" : id === "luc" ? "Luc" : "Fleur",
      badge: BADGES[id as keyof typeof BADGES],
      skills: Object.entries(skills).map(([operation, level]) => ({ operation, level })),
    });
  }
  return {
    ...floor,
    async badge(operatorId, stationId) {
      const number = BADGES[operatorId as keyof typeof BADGES];
      await floor.act("/badges", stationId, { badge: badgeToQr(number), direction: "in" });
    },
    put: (path, body) => floor.ask("PUT", `/api/v1${path}`, { ...ADMIN, body }),
    async line(query = "?line=L1") {
      const answer = await floor.get(`/api/v1/balance/line${query}`, ADMIN);
      return answer.json as LineJson;
    },
    async presence() {
      return (await floor.get("/api/v1/presence?line=L1", ADMIN)).json as PresenceJson;
    },
  };
}
