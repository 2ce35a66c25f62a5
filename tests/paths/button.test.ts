/** A button beside the machine, on a real counter's line: through the broker to the board, the live socket and the list. */
import { buildTopic, type DeviceEvent, encodeEvents } from "@trame/shared";
import type { MqttClient } from "mqtt";
import { describe, expect, it } from "vitest";
import { openScreen, openWorkshop, planOf, type Workshop } from "./open-workshop.ts";

const BOOT = "9f2c01ab";
const MINUTE = 60_000;
const DEVICE = "esp-01";

interface CallsJson {
  readonly calls: readonly {
    readonly key: string;
    readonly stationId: string;
    readonly call: string;
    readonly at: number;
    readonly isRaised: boolean;
  }[];
}

/** A counter that was switched on an hour ago, at S05. */
async function openWithCounter() {
  const workshop = await openWorkshop();
  const bound = planOf({ S04: {}, S05: { device: DEVICE } });
  await workshop.plan(bound, Date.now() - 2 * 60 * MINUTE);
  const client = await workshop.connect(DEVICE);
  const began = Date.now() - 60 * MINUTE;
  return { workshop, client, began };
}

type Pressed = readonly [
  seq: number,
  at: number,
  button: Extract<DeviceEvent, { button: string }>["button"],
];

/** Resolves when the broker has acknowledged it: then it is on disk. */
async function press(client: MqttClient, began: number, ...pressed: Pressed[]): Promise<void> {
  const events = pressed.map(
    ([seq, at, button]): DeviceEvent => ({ seq, up: at - began, kind: "button", button }),
  );
  const payload = encodeEvents({ boot: BOOT, up: Date.now() - began, events });
  await client.publishAsync(buildTopic(DEVICE, "events"), payload, { qos: 1 });
}

async function calls(workshop: Workshop): Promise<CallsJson["calls"]> {
  const board = await workshop.board();
  return (await workshop.get<CallsJson>(`/api/v1/calls?day=${board.day}`)).calls;
}

describe("a button at a counter", () => {
  it("[CA8] calls at its station, on every screen, and once however often it is sent", async () => {
    const { workshop, client, began } = await openWithCounter();
    const screen = openScreen(workshop.http());
    await screen.until(({ type }) => type === "snapshot");
    const at = Date.now() - 2_000;
    await press(client, began, [1, at, "help"]);
    await press(client, began, [1, at, "help"]);

    const told = await screen.until(
      (message) => message.type === "patch" && message.lines.some(({ calls }) => calls.length > 0),
    );

    const [call] = await calls(workshop);
    expect(call).toMatchObject({ stationId: "S05", call: "supervisor", isRaised: true });
    expect(Math.abs((call?.at ?? 0) - at)).toBeLessThan(1_000);
    expect(told).toMatchObject({ lines: [{ calls: [{ key: call?.key, stationId: "S05" }] }] });
    expect(await calls(workshop)).toHaveLength(1);
    await workshop.restart();
    expect((await workshop.board()).lines[0]?.calls).toMatchObject([{ key: call?.key }]);
  });

  it("[CA9] told 31 minutes late is on record, and 29 minutes late is a call", async () => {
    const { workshop, client, began } = await openWithCounter();
    await press(client, began, [1, Date.now() - 31 * MINUTE, "quality"]);
    await press(client, began, [2, Date.now() - 29 * MINUTE, "mechanic"]);

    expect(await calls(workshop)).toMatchObject([
      { call: "quality", isRaised: false },
      { call: "mechanic", isRaised: true },
    ]);
    const [line] = (await workshop.board()).lines;
    expect(line?.calls.map(({ call }) => call)).toEqual(["mechanic"]);
  });

  it("[CA8] calls at the station that the counter had then", async () => {
    const { workshop, client, began } = await openWithCounter();
    await workshop.plan(planOf({ S04: { device: DEVICE }, S05: {} }), Date.now() - 10 * MINUTE);
    await press(client, began, [1, Date.now() - 15 * MINUTE, "mechanic"]);
    await press(client, began, [2, Date.now() - 5 * MINUTE, "mechanic"]);

    expect((await calls(workshop)).map(({ stationId }) => stationId)).toEqual(["S05", "S04"]);
  });

  it("[CA9] of a counter without a station calls nobody", async () => {
    const { workshop, client, began } = await openWithCounter();
    const unbound = planOf({ S05: {} }, [{ id: DEVICE, secret: `secret of ${DEVICE}` }]);
    await workshop.plan(unbound, Date.now() - 50 * MINUTE);
    await press(client, began, [1, Date.now() - MINUTE, "mechanic"]);

    expect(await calls(workshop)).toEqual([]);
  });
});
