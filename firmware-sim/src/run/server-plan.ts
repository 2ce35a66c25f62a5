import { randomBytes } from "node:crypto";
import type { Plan } from "@trame/shared";
import type { SimulatedLine } from "../scenario/workshop.ts";

/** A server and the right to write its plan. */
export interface PlanWriter {
  /** Like `http://127.0.0.1:8080`. */
  readonly server: string;
  readonly token: string;
}

/** A secret for each device, 128 bits. */
export function drawSecrets(lines: readonly SimulatedLine[]): Map<string, string> {
  const devices = lines.flatMap(({ scenario }) =>
    scenario.stations.flatMap(({ device }) => device ?? []),
  );
  return new Map(devices.map((device) => [device, randomBytes(16).toString("hex")]));
}

/** Puts a plan in force from a moment (UTC ms); fails with what the server answered. */
export async function putPlan(writer: PlanWriter, plan: Plan, from: number): Promise<void> {
  const url = new URL(`/api/v1/plan?from=${new Date(from).toISOString()}`, writer.server);
  const response = await fetch(url, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${writer.token}`,
      "content-type": "application/json",
      "accept-language": "fr",
    },
    body: JSON.stringify(plan),
  });
  if (response.ok) return;
  throw new Error(`Le serveur refuse le plan (${response.status}) : ${await response.text()}`);
}

/** The devices that the server's plan names which these lines do not have: real ones, perhaps. Fails when the
 * server can't tell: only a 404 says that there is no plan. */
export async function findOtherDevices(
  server: string,
  lines: readonly SimulatedLine[],
): Promise<string[]> {
  const response = await fetch(new URL("/api/v1/plan", server));
  if (response.status === 404) return [];
  if (!response.ok) {
    throw new Error(
      `Le plan du serveur n'a pas pu être lu (${response.status}) : ${await response.text()}`,
    );
  }
  const plan = (await response.json()) as Partial<Plan> | null;
  const ours = new Set(
    lines.flatMap(({ scenario }) => scenario.stations.map((each) => each.device ?? "")),
  );
  return (plan?.devices ?? []).map(({ id }) => id).filter((id) => !ours.has(id));
}
