import type { LiveMessage } from "@trame/shared";
import { openScreen, type Screen, type Workshop } from "../open-workshop.ts";

/**
 * Resolves once a screen has heard every row that changed up to a clock. A change that no row shows moves the clock and is no patch:
 * the screen itself hears of it with the next tick, up to ten seconds later ([L4]).
 */
export async function heardAll({ http }: Workshop, screen: Screen, clock: number): Promise<void> {
  for (;;) {
    const last = screen.heard.at(-1)?.clock ?? 0;
    if (last >= clock || isNothing(await differenceSince(http(), last))) return;
    await screen.until((message) => message.clock > last);
  }
}

/** What a screen is told that comes back with this clock. */
async function differenceSince(http: string, clock: number): Promise<LiveMessage> {
  const screen = openScreen(http, clock);
  const difference = await screen.until(() => true);
  screen.close();
  return difference;
}

function isNothing(message: LiveMessage): boolean {
  return message.type === "patch" && message.lines.length + message.stations.length === 0;
}
