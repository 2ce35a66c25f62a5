import { describe, expect, it } from "vitest";
import { createOwnDataDesk } from "../../../floor-ui/src/data/station/own-data.ts";
import { createFakeTime } from "../support/fake-time.ts";

const PROOF = { badge: "P-413-K", pin: "4829" };

/** A server that answers so, and what it was asked. */
function open(answer: () => Response | Promise<Response>) {
  const asked: [unknown, RequestInit | undefined][] = [];
  const time = createFakeTime();
  const desk = createOwnDataDesk({
    ...{ stationId: "S 1", key: () => "key-of-s1", setTimer: time.setTimer },
    language: () => "fr" as const,
    fetch: (input: unknown, init?: RequestInit) => {
      asked.push([input, init]);
      return Promise.resolve(answer());
    },
  });
  return { asked, time, desk };
}

describe("own data on a tablet", () => {
  it("[PD5] is asked for with the station's key, the badge and the PIN alone, and kept in no cache", async () => {
    const { asked, desk } = open(() => Response.json({ at: 1 }));
    expect(await desk.see(PROOF)).toEqual({ ok: true, value: { at: 1 } });
    const [[path, init] = []] = asked;
    expect([path, init?.method, init?.body, init?.cache]).toEqual([
      "/api/v1/stations/S%201/own-data",
      "POST",
      '{"badge":"P-413-K","pin":"4829"}',
      "no-store",
    ]);
    expect(new Headers(init?.headers).get("authorization")).toBe("Bearer key-of-s1");
  });

  it("[PD7] [PD8] [PD14] asks for each of its things at its own address", async () => {
    const { asked, desk } = open(() => Response.json({}));
    await desk.request(PROOF, { kind: "objection", about: "all", words: null });
    await desk.copy(PROOF);
    await desk.setPin(PROOF, null);
    await desk.showPin(PROOF);
    expect(asked.map(([path]) => String(path).split("/").at(-1))).toEqual([
      ...["own-requests", "own-export", "own-pin", "pin"],
    ]);
  });

  it("[PD5] that is refused says why, with a code and in the server's words", async () => {
    const { desk } = open(() =>
      Response.json({ code: "pin-needed", message: "Code ?" }, { status: 403 }),
    );
    expect(await desk.see(PROOF)).toEqual({ ok: false, code: "pin-needed", message: "Code ?" });
  });

  it("[PD5] that nobody answers says so, and waits no longer", async () => {
    const { desk, time } = open(() => Promise.reject(new TypeError("network")));
    expect(await desk.see(PROOF)).toEqual({ ok: false, code: null, message: null });
    expect(time.waiting()).toEqual([]);
  });
});
