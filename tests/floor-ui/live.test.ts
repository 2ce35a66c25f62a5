import type { LiveMessage } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { parseLiveMessage, startLive } from "../../floor-ui/src/data/live.ts";
import { createFakeSockets } from "./support/fake-socket.ts";
import { createFakeTime } from "./support/fake-time.ts";

const tick: LiveMessage = { type: "tick", clock: 41, serverTime: 5000 };

function setUp(random = 0.5) {
  const time = createFakeTime();
  const { sockets, last, openSocket } = createFakeSockets();
  const heard: LiveMessage[] = [];
  let losses = 0;
  let clock = 0;
  const live = startLive({
    openSocket,
    setTimer: time.setTimer,
    random: () => random,
    lastClock: () => clock,
    onMessage(message) {
      heard.push(message);
      clock = message.clock;
    },
    onLost: () => {
      losses += 1;
    },
  });
  return { time, sockets, last, heard, live, losses: () => losses };
}

describe("live connection", () => {
  it("[L50] says the last clock it saw, 0 at first", () => {
    const { time, sockets, last } = setUp();
    last().open();
    last().tell(tick);
    last().drop();
    time.advance(1000);
    last().open();
    expect(sockets.map(({ sent }) => sent)).toEqual([
      [{ type: "hello", clock: 0 }],
      [{ type: "hello", clock: 41 }],
    ]);
  });

  it("[L51] is given up after 25 s without a word, and made again", () => {
    const { time, sockets, last } = setUp();
    last().open();
    time.advance(24_000);
    last().tell(tick);
    time.advance(24_999);
    expect(sockets[0]?.isClosed).toBe(false);
    time.advance(1);
    expect([sockets[0]?.isClosed, sockets.length]).toEqual([true, 1]);
    time.advance(1000);
    expect(sockets.length).toBe(2);
  });

  it("[L51] waits longer after each failure, up to 10 s, and starts afresh once it heard something", () => {
    const { time, last } = setUp();
    const waits: number[] = [];
    for (let failure = 0; failure < 6; failure++) {
      last().drop();
      waits.push(time.waiting()[0] ?? 0);
      time.advance(10_000);
    }
    last().tell(tick);
    last().drop();
    expect([...waits, time.waiting()[0]]).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 1000]);
  });

  it("[L51] spreads the screens of a workshop over the time after a restart", () => {
    const waits = [0, 0.999].map((random) => {
      const { time, last } = setUp(random);
      last().drop();
      return Math.round(time.waiting()[0] ?? 0);
    });
    expect(waits).toEqual([500, 1499]);
  });

  it("[L51] ignores what a connection that was given up still says", () => {
    const { time, sockets, heard } = setUp();
    sockets[0]?.drop();
    time.advance(1000);
    sockets[0]?.tell(tick);
    sockets[0]?.drop();
    expect([heard, sockets.length, time.waiting().length]).toEqual([[], 2, 1]);
  });

  it("[L51] tells that it is lost when it is dropped or given up, and not when it is closed", () => {
    const { time, last, live, losses } = setUp();
    last().open();
    last().drop();
    const dropped = losses();
    time.advance(1000);
    time.advance(25_000);
    const givenUp = losses();
    time.advance(10_000);
    live.close();
    last().drop();
    expect([dropped, givenUp, losses()]).toEqual([1, 2, 2]);
  });

  it("[L51] leaves nothing behind when it is closed", () => {
    const { time, last, live } = setUp();
    last().open();
    live.close();
    last().drop();
    expect([last().isClosed, time.waiting()]).toEqual([true, []]);
  });
});

describe("live message", () => {
  it("[L50] is read for what it is, and nothing else passes", () => {
    const good: LiveMessage = { type: "patch", clock: 1, serverTime: 2, lines: [], stations: [] };
    const bad = [
      "",
      "null",
      "[]",
      '{"type":"tick"}',
      '{"type":"tick","clock":"1","serverTime":2}',
      '{"type":"patch","clock":1,"serverTime":2}',
      '{"type":"snapshot","clock":1,"serverTime":2,"board":null}',
      '{"type":"gossip","clock":1,"serverTime":2}',
    ];
    expect(parseLiveMessage(JSON.stringify(good))).toEqual(good);
    expect(bad.map(parseLiveMessage)).toEqual(bad.map(() => null));
  });
});
