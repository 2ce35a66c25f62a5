import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import { openHttp, type TestHttp, TOKEN } from "./support/open-http.ts";
import { planOf } from "./support/workshop.ts";

const URL = "/api/v1/quarantine";
const RECEIVED = Date.parse("2026-11-23T09:00:00+01:00");
const TOPIC = "trame/v1/esp-01/counts";

interface Page {
  readonly entries: readonly { readonly id: number }[];
  readonly before: number | null;
}

function unread(payload: Uint8Array, received = RECEIVED): Entry {
  const message = { topic: TOPIC, payload, index: -1, fault: "not-json" as const };
  return { kind: "quarantine", deviceId: "esp-01", received, ...message };
}

/** One sample that was set aside for its key, and can be read again. */
function setAside(): Entry {
  const payload = '{"boot":"9f2c01ab","samples":[{"seq":7,"up":5000,"pieces":3}]}';
  const message = { topic: TOPIC, payload: Buffer.from(payload), index: 2 };
  const fault = "up-fell" as const;
  return { kind: "quarantine", deviceId: "esp-01", received: RECEIVED, ...message, fault };
}

async function say(http: TestHttp, word: string, language = "fr") {
  const { status, json } = await http.ask("POST", `${URL}/${word}`, { token: TOKEN, language });
  return { status, json };
}

describe("quarantine", () => {
  it("[A10] a message is shown as it came, as text or in base64, with the reason", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.record(unread(Buffer.from("{ « pièces »")));
    await http.record(unread(Buffer.from([0xff, 0xfe, 0x00]), RECEIVED + 1_000));
    await http.record(unread(Buffer.from([0xff, 0xfe, 0x00]), RECEIVED + 2_000), setAside());

    expect((await http.get(URL)).json).toEqual({
      entries: [
        {
          id: 3,
          deviceId: "esp-01",
          topic: TOPIC,
          index: 2,
          code: "up-fell",
          message: "Ce relevé se dit plus ancien que celui d’avant.",
          payload: '{"boot":"9f2c01ab","samples":[{"seq":7,"up":5000,"pieces":3}]}',
          encoding: "utf-8",
          firstAt: RECEIVED,
          lastAt: RECEIVED,
          seen: 1,
          state: "open",
        },
        {
          id: 2,
          deviceId: "esp-01",
          topic: TOPIC,
          index: null,
          code: "not-json",
          message: "Le message n’est pas du JSON lisible.",
          payload: "//4A",
          encoding: "base64",
          firstAt: RECEIVED + 1_000,
          lastAt: RECEIVED + 2_000,
          seen: 2,
          state: "open",
        },
        {
          id: 1,
          deviceId: "esp-01",
          topic: TOPIC,
          index: null,
          code: "not-json",
          message: "Le message n’est pas du JSON lisible.",
          payload: "{ « pièces »",
          encoding: "utf-8",
          firstAt: RECEIVED,
          lastAt: RECEIVED,
          seen: 1,
          state: "open",
        },
      ],
      before: null,
    });
  });

  it("[A10] many are read page by page, newest first, each once", async () => {
    const http = await openHttp();
    const messages = Array.from({ length: 450 }, (_, n) => unread(Buffer.from(`{ ${n}`)));
    await http.record(...messages);

    const ids: number[] = [];
    const sizes: number[] = [];
    for (let query = ""; ; ) {
      const { entries, before } = (await http.get(`${URL}${query}`)).json as Page;
      sizes.push(entries.length);
      ids.push(...entries.map(({ id }) => id));
      if (before === null) break;
      query = `?before=${before}`;
    }

    expect(sizes).toEqual([200, 200, 50]);
    expect(ids).toEqual(Array.from({ length: 450 }, (_, n) => 450 - n));
  });

  it("[A10] a message that can be read is released, counts, and is open no longer", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    await http.record(setAside());

    expect(await say(http, "1/release")).toEqual({
      status: 200,
      json: { id: 1, state: "released" },
    });

    expect((await http.get(URL)).json).toEqual({ entries: [], before: null });
    expect((await http.get(`${URL}?state=released`)).json).toMatchObject({
      entries: [{ id: 1, state: "released" }],
    });
    await http.settled();
    expect((await http.get("/api/v1/counts")).json).toMatchObject({ lines: [{ pieces: 3 }] });
    expect(await say(http, "1/dismiss")).toEqual({
      status: 409,
      json: {
        code: "quarantine-closed",
        message: "Ce message a déjà été repris ou écarté.",
      },
    });
  });

  it("[A10] one that stays unreadable is not released, and can be dismissed", async () => {
    const http = await openHttp();
    await http.record(unread(Buffer.from("{")));

    expect(await say(http, "1/release", "en")).toEqual({
      status: 409,
      json: {
        code: "quarantine-unreadable",
        message:
          "This message can’t be released: it is still unreadable, or its place is taken. Dismiss it.",
      },
    });
    expect(await say(http, "1/dismiss")).toEqual({
      status: 200,
      json: { id: 1, state: "dismissed" },
    });
  });

  it("[A10] what is no number of a message is found nowhere", async () => {
    const http = await openHttp();

    for (const id of ["7", "constructor", "-1", "1e3"]) {
      expect(await say(http, `${id}/dismiss`), id).toEqual({
        status: 404,
        json: {
          code: "quarantine-unknown",
          message: "Il n’y a pas de message mis de côté sous ce numéro.",
        },
      });
    }
  });

  it("[A3] a page that is no number is refused", async () => {
    const http = await openHttp();

    expect(await http.get(`${URL}?before=last`)).toMatchObject({
      status: 422,
      json: { code: "text-malformed", path: "/before" },
    });
  });
});
