import { isDiskFault } from "./disk-fault.ts";
import type { Entry } from "./entries.ts";
import type { Modules } from "./modules.ts";

/**
 * Commits the entries of all devices together ([S2], [S3]); answers the positions of those that could not be taken.
 * A message that makes the group fail is found by committing each alone, so that it can't hold up the others ([S5]).
 * @throws when the disk can't take anything
 */
export function commitEntries(modules: Modules, entries: readonly Entry[]): number[] {
  try {
    return modules.transact(() => takeAll(modules, entries));
  } catch (error) {
    modules.quarantine.forgetCounts();
    if (isDiskFault(error) || entries.length === 1) throw error;
    return entries.flatMap((entry, index) => (isTakenAlone(modules, entry) ? [] : [index]));
  }
}

function takeAll(modules: Modules, entries: readonly Entry[]): number[] {
  const rejected: number[] = [];
  let index = 0;
  for (const entry of entries) {
    if (!take(modules, entry)) rejected.push(index);
    index += 1;
  }
  modules.inbox.moveSome();
  return rejected;
}

function isTakenAlone(modules: Modules, entry: Entry): boolean {
  try {
    return modules.transact(() => take(modules, entry));
  } catch (error) {
    modules.quarantine.forgetCounts();
    if (isDiskFault(error)) throw error;
    return false;
  }
}

/** False when a device that waits for the plan has had its share ([N25]). */
function take(modules: Modules, entry: Entry): boolean {
  if (!modules.devices.takeRoom(entry.deviceId, roomOf(entry))) return false;
  switch (entry.kind) {
    case "counts":
      modules.appending.append(entry);
      return true;
    case "events":
      modules.events.append(entry);
      return true;
    case "readings":
      modules.readings.append(entry);
      return true;
    case "quarantine":
      modules.quarantine.put(entry);
      return true;
  }
}

/** What an entry takes of a waiting device's room; a message without a good sample leaves a boot all the same. */
function roomOf(entry: Entry): number {
  switch (entry.kind) {
    case "counts":
      return Math.max(1, entry.message.samples.length);
    case "events":
      return Math.max(1, entry.message.events.length);
    case "readings":
    case "quarantine":
      return 1;
  }
}
