import { describe, expect, it } from "vitest";
import { forgetLastBoard, type Keep, readLastBoard } from "../../floor-ui/src/data/keep.ts";
import { startPicture } from "../../floor-ui/src/data/picture.ts";
import { at, boardOf, stationRow } from "../browser/support/rows.ts";
import { createFakeKeep, createForbiddenKeep } from "./support/fake-keep.ts";
import { createFakeSockets } from "./support/fake-socket.ts";
import { createFakeTime } from "./support/fake-time.ts";

function setUp(keep: Keep = createFakeKeep(), version = "v1") {
  const time = createFakeTime();
  const { last, openSocket } = createFakeSockets();
  const offered: string[] = [];
  const picture = startPicture({
    openSocket,
    setTimer: time.setTimer,
    random: () => 0.5,
    monotonic: time.monotonic,
    keep,
    version,
    onUiVersion: (uiVersion) => offered.push(uiVersion),
  });
  /** The server speaks, `after` ms from now. */
  function hear(after: number, message: "snapshot" | "tick" | "patch") {
    time.advance(after);
    const serverTime = at("11:35") + time.monotonic() - 1000;
    const board = boardOf({ serverTime });
    if (message === "snapshot") last().tell({ type: "snapshot", clock: 41, serverTime, board });
    if (message === "tick") last().tell({ type: "tick", clock: 41, serverTime });
    const stations = [stationRow({ pieces: 432 })];
    if (message === "patch") {
      last().tell({ type: "patch", clock: 42, serverTime, lines: [], stations });
    }
  }
  return { time, last, picture, offered, hear };
}

describe("picture", () => {
  it("[L54] is loading until the server has spoken, then fresh", () => {
    const { picture, hear } = setUp();
    const before = [picture.freshness.value, picture.now.value];
    hear(0, "snapshot");
    expect([before, picture.freshness.value, picture.now.value]).toEqual([
      ["loading", null],
      "fresh",
      at("11:35"),
    ]);
  });

  it("[L54] is stale after 30 s without a word, offline after 2 min, fresh with the next word", () => {
    const { time, picture, hear } = setUp();
    hear(0, "snapshot");
    const seen = [29_000, 1000, 89_000, 1000].map((ms) => {
      time.advance(ms);
      return picture.freshness.value;
    });
    hear(500, "tick");
    expect([...seen, picture.freshness.value]).toEqual([
      // The connection that was silent for 25 s was given up.
      "reconnecting",
      "stale",
      "stale",
      "offline",
      "fresh",
    ]);
  });

  it("[L54] is reconnecting as soon as its connection is lost, fresh with the next word", () => {
    const { time, last, picture, hear } = setUp();
    hear(0, "snapshot");
    const seen = [picture.freshness.value];
    last().drop();
    seen.push(picture.freshness.value);
    time.advance(8000);
    seen.push(picture.freshness.value);
    last().open();
    seen.push(picture.freshness.value);
    hear(0, "tick");
    seen.push(picture.freshness.value);
    expect(seen).toEqual(["fresh", "reconnecting", "reconnecting", "reconnecting", "fresh"]);
  });

  it("[L54] stays fresh on ticks alone", () => {
    const { picture, hear } = setUp();
    hear(0, "snapshot");
    for (let tick = 0; tick < 30; tick++) hear(10_000, "tick");
    expect([picture.freshness.value, picture.asOf.value]).toEqual(["fresh", picture.now.value]);
  });

  it("[L54] says offline where no server ever answered", () => {
    const { time, picture } = setUp();
    time.advance(120_000);
    expect([picture.freshness.value, picture.heardAt.value]).toEqual(["offline", 0]);
  });

  it("[L55] keeps the stations as they were while the server is silent, and the clock running", () => {
    const { time, picture, hear } = setUp();
    hear(0, "snapshot");
    time.advance(120_000);
    expect([picture.now.value, picture.asOf.value, picture.heardAt.value]).toEqual([
      at("11:37"),
      at("11:35:11"),
      at("11:35"),
    ]);
  });

  it("[L52] moves its times once a second, however many patches come", () => {
    const { picture, hear } = setUp();
    hear(0, "snapshot");
    let draws = 0;
    picture.asOf.subscribe(() => {
      draws += 1;
    });
    for (let patch = 0; patch < 90; patch++) hear(30, "patch");
    expect(draws).toBe(3);
  });

  it("[L57] shows the last picture at once when the screen starts again, as old, and asks for a whole one", () => {
    const keep = createFakeKeep();
    setUp(keep).hear(0, "snapshot");
    const again = setUp(keep);
    again.last().open();
    expect([
      again.picture.store.toBoard(at("11:35")),
      again.picture.freshness.value,
      again.picture.heardAt.value,
      again.picture.now.value,
      again.last().sent,
    ]).toEqual([boardOf(), "stale", at("11:35"), null, [{ type: "hello", clock: 0 }]]);
  });

  it("[AC21] keeps nothing of a wall that was taken out", () => {
    const keep = createFakeKeep();
    setUp(keep).hear(0, "snapshot");
    expect(readLastBoard(keep, "v1")).not.toBeNull();
    forgetLastBoard(keep);
    expect(readLastBoard(keep, "v1")).toBeNull();
  });

  it("[L57] does not show a picture that other screens kept, nor fails where nothing can be kept", () => {
    const keep = createFakeKeep();
    setUp(keep, "v1").hear(0, "snapshot");
    const forbidden = setUp(createForbiddenKeep());
    forbidden.hear(0, "snapshot");
    expect([setUp(keep, "v2").picture.freshness.value, forbidden.picture.freshness.value]).toEqual([
      "loading",
      "fresh",
    ]);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, -20)],
    ["emptied", () => "v1\n"],
    ["without its lines", () => 'v1\n{"clock":1,"serverTime":2,"stations":[]}'],
    ["without its stations", () => 'v1\n{"clock":1,"serverTime":2,"lines":[]}'],
    ["that is nothing", () => "v1\nnull"],
  ])("[L57] starts without a last picture that was %s", (_name, damage) => {
    const texts = new Map<string, string>();
    const keep: Keep = {
      read: (key) => texts.get(key) ?? null,
      write: (key, text) => texts.set(key, text),
    };
    setUp(keep).hear(0, "snapshot");
    for (const [key, text] of texts) texts.set(key, damage(text));
    const again = setUp(keep);
    const before = again.picture.freshness.value;
    again.hear(0, "snapshot");
    expect([before, again.picture.freshness.value]).toEqual(["loading", "fresh"]);
  });

  it("[L56] hands on which screens the server ships", () => {
    const { offered, hear } = setUp();
    hear(0, "snapshot");
    expect(offered).toEqual(["dev"]);
  });

  it("[L51] leaves no timer behind when it is closed", () => {
    const { time, picture, hear } = setUp();
    hear(0, "snapshot");
    picture.close();
    expect(time.waiting()).toEqual([]);
  });
});
