import { describe, expect, it } from "vitest";
import { askProgress } from "../../../floor-ui/src/data/station/own-progress.ts";
import { createFakeTime } from "../support/fake-time.ts";

const PROGRESS = { looks: [1], operations: [] };

/** A server that answers so, and what it was asked. */
function open(answer: () => Response | Promise<Response>) {
  const asked: [unknown, RequestInit | undefined][] = [];
  const time = createFakeTime();
  const options = {
    ...{ stationId: "S 1", key: () => "key-of-s1", setTimer: time.setTimer },
    language: () => "fr" as const,
    fetch: (input: unknown, init?: RequestInit) => {
      asked.push([input, init]);
      return Promise.resolve(answer());
    },
  };
  return {
    asked,
    time,
    ask: () => askProgress({ assignmentId: "assignment-1", badge: "P-413-K" }, options),
  };
}

describe("own progress on a tablet", () => {
  it("[PE7] [PE11] is asked for with the station's key, the assignment and the badge alone", async () => {
    const { asked, ask } = open(() => Response.json(PROGRESS));
    expect(await ask()).toEqual({ ok: true, progress: PROGRESS });
    const [[path, init] = []] = asked;
    expect([path, init?.method, init?.body]).toEqual([
      "/api/v1/stations/S%201/own-progress",
      "POST",
      '{"assignmentId":"assignment-1","badge":"P-413-K"}',
    ]);
    expect(new Headers(init?.headers).get("authorization")).toBe("Bearer key-of-s1");
  });

  it("[PE7] that is refused says why in the server's words", async () => {
    const { ask } = open(() => Response.json({ code: "x", message: "Non." }, { status: 403 }));
    expect(await ask()).toEqual({ ok: false, message: "Non." });
  });

  it("[PE7] that nobody answers says so, and waits no longer", async () => {
    const { ask, time } = open(() => Promise.reject(new TypeError("network")));
    expect(await ask()).toEqual({ ok: false, message: null });
    expect(time.waiting()).toEqual([]);
  });
});
