import { createVirtualClock } from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import type { Sent } from "../../../firmware-sim/src/floor/api.ts";
import { openDay } from "../../../firmware-sim/src/supervision/open-day.ts";

/** What the wall is told at that moment. */
async function messageAt(moment: string): Promise<unknown> {
  const sent: Sent[] = [];
  const api = {
    ask(_method: string, _path: string, word: Sent = {}) {
      sent.push(word);
      return Promise.resolve({ status: 200, body: null });
    },
    get: <Body>() => Promise.resolve({ day: "2020-05-04", windows: [], lines: [] } as Body),
    send: () => Promise.reject(new Error("not asked")),
  };
  const clock = createVirtualClock(Date.parse(moment));
  await openDay({ api, lines: [], clock, nextKey: () => "key", timeZone: "Europe/Paris" });
  return (sent[0]!.body as { text: string }).text;
}

describe("the message that opens a simulated day", () => {
  it("[M28] tells an hour as the wall does, also at night", async () => {
    expect(await messageAt("2020-05-04T14:20:00+02:00")).toBe("Livraison à 16\u00a0h");
    expect(await messageAt("2020-05-04T03:20:00+02:00")).toBe("Livraison à 5\u00a0h");
    expect(await messageAt("2020-05-04T22:20:00+02:00")).toBe("Livraison à 0\u00a0h");
  });
});
