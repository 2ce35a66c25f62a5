import { randomBytes } from "node:crypto";
import { DEFAULT_DEVICE_CONFIG, type DeviceConfig } from "@trame/shared";
import type { Clock } from "./clock.ts";
import { createDevice, type Device } from "./device.ts";
import type { Dial } from "./link/dial.ts";
import type { Random } from "./random.ts";
import type { Operation } from "./scenario/scenario.ts";
import type { SimulatedLine } from "./scenario/workshop.ts";
import { createLedger, type StationLedger } from "./truth/truth.ts";

/** A station of the simulation: its device, and the truth beside it. */
export interface Post {
  readonly device: Device;
  readonly ledger: StationLedger;
}

/** What the devices of a workshop are made with. */
export interface PostsOptions {
  readonly lines: readonly SimulatedLine[];
  readonly clock: Clock;
  readonly dial: Dial;
  /** When the sewing begins; UTC ms. */
  readonly from: number;
  readonly secrets?: ReadonlyMap<string, string>;
  readonly ringSize: number;
  readonly drawBoot?: () => string;
}

/** What the simulation brings along. */
export interface PostsContext {
  readonly random: Random;
  readonly onAcknowledged: () => void;
  readonly onDueSooner: () => void;
}

/** A station with its counter. */
interface Placed {
  readonly id: string;
  readonly device: string;
}

/** Machines are switched on before work. */
const BOOT_BEFORE_MS = [3 * 60_000, 10 * 60_000] as const;
/** One first call in so many ms. */
const CALL_EVERY_MS = 10;

/** A device, switched on a little before work, and a ledger for each station of all lines; by station id. */
export function createPosts(options: PostsOptions, context: PostsContext): Map<string, Post> {
  const places = options.lines.flatMap(({ scenario: { stations, operations } }) =>
    stations.flatMap(({ id, device, operation: done }) =>
      // A table has nothing that counts.
      device === undefined
        ? []
        : operations
            .filter((operation) => operation.id === done)
            .map((operation) => ({ station: { id, device }, operation })),
    ),
  );
  return new Map(
    places.map((place) => {
      const spreadMs = places.length * CALL_EVERY_MS;
      const post = createPost(place, { ...options, spreadMs }, context);
      const before = context.random.between(...BOOT_BEFORE_MS);
      post.device.handle({ kind: "power", on: true }, Math.floor(options.from - before));
      return [place.station.id, post];
    }),
  );
}

function createPost(
  { station, operation }: { station: Placed; operation: Operation },
  options: PostsOptions & { readonly spreadMs: number },
  { random, onAcknowledged, onDueSooner }: PostsContext,
): Post {
  const { clock, dial, ringSize, spreadMs, secrets } = options;
  const { id, device } = station;
  const ledger = createLedger({ station: id, device, operation: operation.name });
  return {
    ledger,
    device: createDevice({
      identity: { device, secret: secrets?.get(device) ?? null },
      clock,
      dial,
      random: random.fork(device),
      config: configFor(operation),
      ringSize,
      drawBoot: options.drawBoot ?? (() => randomBytes(4).toString("hex")),
      spreadMs,
      onPowerOff: (tally) => ledger.endBoot(tally),
      onAcknowledged,
      onDueSooner,
    }),
  };
}

/** What the device remembers from the day before. */
function configFor({ minStitches, trimsPerPiece }: Operation): DeviceConfig {
  return { ...DEFAULT_DEVICE_CONFIG, minStitches, trimsPerPiece };
}
