import type { Clock } from "../clock.ts";
import { codesOf, isInspection, operationsOf } from "../scenario/catalogue-of.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { FloorEvent } from "../simulation.ts";
import type { Of, Scene, SceneOperation, Send } from "./scene.ts";
import type { StationActsDeps } from "./station-acts.ts";
import type { Tablets } from "./tablets.ts";

/** Operations of all styles as their tickets name them, by their ids in the scenario. */
export type Operations = ReadonlyMap<string, SceneOperation>;

export function operationsById(scenario: Scenario): Operations {
  return new Map(
    (scenario.styles ?? []).flatMap(({ id: style }) => {
      const operations = operationsOf(scenario, style);
      const codes = codesOf(operations);
      return operations.map((operation, index): [string, SceneOperation] => {
        const { id, countedBy = "machine" } = operation;
        const isLast = index === operations.length - 1;
        const before = operations.slice(0, index).flatMap((each) => codes.get(each.id) ?? []);
        const inspects = isInspection(operation) ? before : null;
        return [id, { code: codes.get(id) ?? "", isLast, countedBy, inspects }];
      });
    }),
  );
}

export interface SceneDeps {
  readonly clock: Clock;
  readonly tablets: Pick<Tablets, "isOnline">;
  readonly operations: Operations;
}

/** So long after it an act was not made under the server's eyes. */
const LIVE_MS = 10_000;
/** And after so long the server takes it for one that a tablet kept while there was no network. */
const KEPT_MS = 30_000;

/** Where something happens; null on a line that sews nothing with tickets. */
export function sceneOf(
  { line, station, what, at }: FloorEvent,
  { clock, tablets, operations }: SceneDeps,
): Scene | null {
  const { style } = line;
  if (style === undefined || style === null) return null;
  const operation = "operation" in what ? (operations.get(what.operation) ?? null) : null;
  const age = clock.now() - at;
  const isOnline = tablets.isOnline(station);
  const isLive = isOnline && age < LIVE_MS;
  const isKept = !isOnline || age > KEPT_MS;
  return { station, style, at, isLive, isKept, operation };
}

/** What goes to a subcontractor and comes back, told by the supervisor. */
export function tellTravel(
  what: Of<"dispatch"> | Of<"return">,
  scene: Scene,
  { codeOf, send, tag, partner }: TravelDeps,
): void {
  const slipId = `BL-${tag}-${what.slip}`;
  const origin = "hand";
  if (what.kind === "return") {
    const { packet, outcome } = what;
    const body = () => ({ origin, slipId, code: codeOf(scene.style, packet), ...outcome });
    send(scene, packet, { path: "returns", body });
    return;
  }
  const { packets } = what;
  const [first] = packets;
  if (first === undefined) return;
  const codes = () => packets.map((packet) => codeOf(scene.style, packet));
  const operations = scene.operation === null ? [] : [scene.operation.code];
  const body = () => ({ origin, slipId, partner, codes: codes(), operations });
  send(scene, first, { path: "dispatches", body });
}

export interface TravelDeps extends Pick<StationActsDeps, "codeOf"> {
  readonly send: Send;
  readonly tag: string;
  readonly partner: string;
}
