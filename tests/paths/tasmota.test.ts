/**
 * A session of a real Tasmota counter, as its firmware publishes it, QoS 0 as its client does:
 * topics, payloads and their order after a start are those of arendst/Tasmota, `MqttConnected` in
 * tasmota/tasmota_xdrv_driver/xdrv_02_9_mqtt.ino (LWT retained, an empty cmnd/…/POWER, the subscriptions, INFO1 to INFO3
 * once per start with `bootcount + 1`, POWER), `MqttPublishTeleState` and `MqttPublishSensor` in
 * tasmota/tasmota_support/support_tasmota.ino (STATE before SENSOR, the first ones five seconds after the start), and
 * `CounterShow` and `CounterSaveState` in tasmota/tasmota_xsns_sensor/xsns_01_counter.ino (totals are saved before an
 * ordered restart and at midnight only). The numbers of the power cut are those of issue 7766 there: a counter that stood at
 * 483 came back with 310. Fields of STATE: https://tasmota.github.io/docs/MQTT/ and JSON-Status-Responses/.
 */
import type { MqttClient } from "mqtt";
import { describe, expect, it } from "vitest";
import { openWorkshop, planOf, secretOf, type Workshop } from "./open-workshop.ts";

const TOPIC = "atelier-1";
const plug = {
  id: "prise-4",
  secret: secretOf("prise-4"),
  make: "tasmota" as const,
  topic: TOPIC,
  // Not asked in the middle of the recording; one test asks often.
  reportEveryMs: 3_600_000,
};

/** What the firmware logs as `MQT: topic = payload`, and whether it marks it as retained. */
type Said = readonly [topic: string, payload: string, isRetained?: boolean];

async function openWithPlug(fields: Partial<typeof plug> = {}): Promise<Workshop> {
  const workshop = await openWorkshop();
  const stations = {
    S01: { device: "prise-4", counter: "C1", standardMinutes: 1 },
    S02: { device: "prise-4", counter: "C2", standardMinutes: 1 },
  };
  await workshop.plan(planOf(stations, [{ ...plug, ...fields }]), Date.now() - 3_600_000);
  return workshop;
}

/** Connects as the firmware does: any client id, the user of the plan, an LWT that says Offline. */
function connectPlug(workshop: Workshop): Promise<MqttClient> {
  return workshop.connect("prise-4", {
    clientId: "DVES_9CF9D1",
    keepalive: 30,
    will: { topic: `tele/${TOPIC}/LWT`, payload: Buffer.from("Offline"), qos: 1, retain: true },
  });
}

/** Publishes in order; resolves when the server has taken all of it. */
async function say(client: MqttClient, said: readonly Said[]): Promise<void> {
  for (const [topic, payload, retain = false] of said) {
    await client.publishAsync(topic, payload, { qos: 0, retain });
  }
  // QoS 0 is not acknowledged; what comes after it in QoS 1 is, and only after all before is on disk.
  await client.publishAsync(`stat/${TOPIC}/RESULT`, "{}", { qos: 1 });
}

/** What the firmware says of a start, up to the first POWER. */
function start(bootCount: number, reason: string): Said[] {
  const group =
    '"Version":"14.3.0(release-tasmota)","FallbackTopic":"cmnd/DVES_9CF9D1_fb/","GroupTopic":"cmnd/tasmotas/"';
  return [
    [`tele/${TOPIC}/LWT`, "Online", true],
    [`cmnd/${TOPIC}/POWER`, ""],
    [`tele/${TOPIC}/INFO1`, `{"Info1":{"Module":"Generic",${group}}}`],
    [
      `tele/${TOPIC}/INFO2`,
      '{"Info2":{"WebServerMode":"Admin","Hostname":"atelier-1-6609","IPAddress":"192.168.1.44"}}',
    ],
    [`tele/${TOPIC}/INFO3`, `{"Info3":{"RestartReason":"${reason}","BootCount":${bootCount}}}`],
    [`stat/${TOPIC}/RESULT`, '{"POWER":"ON"}'],
    [`stat/${TOPIC}/POWER`, "ON"],
  ];
}

function state(time: string, uptimeSec: number): Said {
  const up = `0T${new Date(uptimeSec * 1_000).toISOString().slice(11, 19)}`;
  const wifi =
    '"Wifi":{"AP":1,"SSId":"Atelier","BSSId":"E6:8D:8C:4B:BE:F7","Channel":3,"Mode":"11n","RSSI":44,"Signal":-78,"LinkCount":1,"Downtime":"0T00:00:05"}';
  const rest = `"Heap":24,"SleepMode":"Dynamic","Sleep":50,"LoadAvg":19,"MqttCount":1,"POWER":"ON",${wifi}`;
  return [
    `tele/${TOPIC}/STATE`,
    `{"Time":"2026-11-20T${time}","Uptime":"${up}","UptimeSec":${uptimeSec},${rest}}`,
  ];
}

function sensor(time: string, c1: number, c2: number): Said {
  return [
    `tele/${TOPIC}/SENSOR`,
    `{"Time":"2026-11-20T${time}","COUNTER":{"C1":${c1},"C2":${c2}}}`,
  ];
}

function status10(time: string, c1: number, c2: number): Said {
  return [
    `stat/${TOPIC}/STATUS10`,
    `{"StatusSNS":{"Time":"2026-11-20T${time}","COUNTER":{"C1":${c1},"C2":${c2}}}}`,
  ];
}

/** A morning: 310 and 40 were saved at midnight, eight pieces and three until nine. */
const morning: readonly Said[] = [
  ...start(17, "Software/System restart"),
  state("08:00:11", 11),
  sensor("08:00:11", 475, 40),
  status10("08:04:02", 478, 41),
  state("08:05:11", 311),
  sensor("08:05:11", 479, 41),
  status10("08:59:58", 483, 43),
];

/** The power comes back: the firmware has only what it saved at midnight. */
const afterCut: readonly Said[] = [
  ...start(18, "Power On"),
  state("09:20:11", 11),
  sensor("09:20:11", 310, 40),
  status10("09:21:00", 312, 40),
  sensor("09:25:11", 315, 45),
];

interface DeviceLine {
  readonly deviceId: string;
  readonly online: boolean;
  readonly uncertain: number;
  readonly openQuarantine: number;
}

async function plugOf(workshop: Workshop): Promise<DeviceLine | undefined> {
  const { devices } = await workshop.get<{ devices: DeviceLine[] }>("/api/v1/devices");
  return devices.find(({ deviceId }) => deviceId === "prise-4");
}

describe("a real Tasmota counter", () => {
  it("[R29] counts from its first value on, each channel for its station", async () => {
    const workshop = await openWithPlug();
    await say(await connectPlug(workshop), morning);
    expect(await workshop.pieces()).toEqual({ S01: 8, S02: 3 });
    expect(await plugOf(workshop)).toMatchObject({ online: true, uncertain: 0, openQuarantine: 0 });
  });

  it("[R29] counts no piece twice when a power cut sets its totals back", async () => {
    const workshop = await openWithPlug();
    const before = await connectPlug(workshop);
    await say(before, morning);
    before.stream.destroy();
    await expect.poll(async () => (await plugOf(workshop))?.online).toBe(false);
    await say(await connectPlug(workshop), afterCut);
    // 475 to 483 and 310 to 315; 40 to 43 and 40 to 45.
    expect(await workshop.pieces()).toEqual({ S01: 13, S02: 8 });
    // One interval for each channel: how many pieces the cut took nobody can know.
    expect(await plugOf(workshop)).toMatchObject({ online: true, uncertain: 2, openQuarantine: 0 });
  });

  it("[R29] counts nothing of a restart at which its totals had been saved", async () => {
    const workshop = await openWithPlug();
    const before = await connectPlug(workshop);
    await say(before, morning);
    before.stream.destroy();
    const again = [...start(18, "Software/System restart"), state("09:20:11", 11)];
    await say(await connectPlug(workshop), [...again, sensor("09:20:11", 490, 43)]);
    expect(await workshop.pieces()).toEqual({ S01: 8, S02: 3 });
    expect(await plugOf(workshop)).toMatchObject({ uncertain: 2 });
  });

  it("[R29] takes one restart for one, though it is told by its count and by its uptime", async () => {
    const workshop = await openWithPlug();
    const client = await connectPlug(workshop);
    await say(client, morning);
    // Asked for its totals between the two: what was sewn in these seconds counts.
    await say(client, [...start(18, "Power On"), status10("09:20:08", 310, 40)]);
    await say(client, [state("09:20:11", 11), sensor("09:20:11", 312, 41)]);
    expect(await workshop.pieces()).toEqual({ S01: 10, S02: 4 });
    expect(await plugOf(workshop)).toMatchObject({ uncertain: 2 });
  });

  it("[R29] is noticed to have restarted by its totals alone, if nothing else came through", async () => {
    const workshop = await openWithPlug();
    const client = await connectPlug(workshop);
    await say(client, [sensor("08:00:11", 475, 40), sensor("08:59:58", 483, 43)]);
    await say(client, [sensor("09:20:11", 310, 43), sensor("09:25:11", 315, 45)]);
    expect(await workshop.pieces()).toEqual({ S01: 13, S02: 5 });
    expect(await plugOf(workshop)).toMatchObject({ uncertain: 1 });
  });

  it("[R29] counts on through a connection that broke without a restart", async () => {
    const workshop = await openWithPlug();
    const before = await connectPlug(workshop);
    await say(before, morning);
    before.stream.destroy();
    // Without a restart the firmware repeats no INFO.
    const again = start(17, "").filter(([topic]) => !topic.includes("INFO"));
    await say(await connectPlug(workshop), [...again, sensor("09:10:11", 490, 44)]);
    expect(await workshop.pieces()).toEqual({ S01: 15, S02: 4 });
    expect(await plugOf(workshop)).toMatchObject({ uncertain: 0 });
  });

  it("[R29] counts nothing of a value that it marks as retained", async () => {
    const workshop = await openWithPlug();
    const client = await connectPlug(workshop);
    const [topic, payload] = sensor("09:00:00", 600, 60);
    await say(client, [...morning, [topic, payload, true]]);
    expect(await workshop.pieces()).toEqual({ S01: 8, S02: 3 });
  });

  it("[R29] goes on where it was after a restart of the server", async () => {
    const workshop = await openWithPlug();
    await say(await connectPlug(workshop), morning);
    await workshop.restart();
    await say(await connectPlug(workshop), [sensor("09:10:11", 485, 43)]);
    expect(await workshop.pieces()).toEqual({ S01: 10, S02: 3 });
  });

  it("[N22] is asked for its totals with Status 10, and its answer counts", async () => {
    const workshop = await openWithPlug({ reportEveryMs: 100 });
    const client = await connectPlug(workshop);
    await say(client, [sensor("08:00:11", 475, 40)]);
    await client.subscribeAsync(`cmnd/${TOPIC}/#`);
    const asked = await new Promise((resolve) => {
      client.once("message", (topic, payload) => resolve([topic, payload.toString()]));
    });
    expect(asked).toEqual([`cmnd/${TOPIC}/Status`, "10"]);
    await say(client, [status10("08:00:12", 476, 40)]);
    expect(await workshop.pieces()).toEqual({ S01: 1 });
  });

  it("[F7] may be silent for twice its reporting period, and screens are told so", async () => {
    const workshop = await openWithPlug({ reportEveryMs: 60_000 });
    await say(await connectPlug(workshop), [sensor("08:00:11", 475, 40)]);
    const { stations } = await workshop.board();
    expect(stations).toMatchObject([
      { stationId: "S01", silentAfterMs: 120_000, heardAt: expect.any(Number), reported: null },
      { stationId: "S02", silentAfterMs: 120_000, heardAt: expect.any(Number), reported: null },
    ]);
  });
});
