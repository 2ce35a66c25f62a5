import type { ActKind, StoredAct } from "../act-log.ts";
import type { CommandDeps } from "./deps.ts";

/** What a corrected act comes to now, on bundles, in the hours and on the board. */
export function followAmended(
  { floor }: CommandDeps,
  target: Pick<StoredAct, "n" | "kind">,
  bundleIds: readonly number[],
): void {
  if (target.kind === "cut") floor.resized.follow(bundleIds);
  if (isLoose(target.kind)) floor.loose.refold(target.n);
  else floor.folding.refold(bundleIds);
  floor.now.quality.forget();
  floor.now.said();
}

function isLoose(kind: ActKind): boolean {
  return kind === "hand-count" || kind === "correction" || kind === "inspection";
}
