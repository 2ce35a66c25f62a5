import { describe, expect, it, vi } from "vitest";
import { OWN_SECRET, openDesk, planOf, START, USUAL } from "./open-desk.ts";

describe("the devices' desk", () => {
  it("[N20] devices come in as the plan in force says, with their stored secret", async () => {
    const { desk, kept, broker, told } = openDesk();
    const tasmota = { id: "prise-4", make: "tasmota" as const, topic: "atelier-1" };
    kept.plans = [{ from: START - 1, plan: planOf([{ id: "esp-01" }, tasmota]) }];
    await desk.refresh();
    desk.attach(broker);
    const usual = { next: null, isRevoked: false };
    expect(told.credentials).toEqual([
      { deviceId: "esp-01", make: "trame", topic: "esp-01", secret: OWN_SECRET, ...usual },
      { deviceId: "prise-4", make: "tasmota", topic: "atelier-1", secret: null, ...usual },
    ]);
  });

  it("[N20] a counter is told the piece rule of the station that it is bound to", async () => {
    const { desk, kept, broker, told } = openDesk();
    const station = {
      id: "S01",
      name: "Poste 1",
      operation: "Plis",
      standardMinutes: 0.4,
      device: "esp-01",
      minStitches: 0,
      trimsPerPiece: 1,
    };
    kept.plans = [
      {
        from: START - 1,
        plan: planOf([{ id: "esp-01", heartbeatMs: 5_000 }, { id: "esp-02" }], [station]),
      },
    ];
    await desk.refresh();
    desk.attach(broker);
    expect([...told.configs]).toEqual([
      ["esp-01", { ...USUAL, minStitches: 0, trimsPerPiece: 1, heartbeatMs: 5_000 }],
      ["esp-02", USUAL],
    ]);
  });

  it("[N20] a device that the plan no longer names loses its right and its config", async () => {
    const { desk, kept, broker, told } = openDesk();
    kept.plans = [{ from: START - 2, plan: planOf([{ id: "esp-01" }]) }];
    await desk.refresh();
    desk.attach(broker);
    kept.plans.push({ from: START - 1, plan: planOf([]) });
    await desk.refresh();
    expect(told.credentials).toEqual([]);
    expect([...told.configs]).toEqual([["esp-01", null]]);
  });

  it("[N20] a secret that is sent again stays as it is stored, another one is hashed anew", async () => {
    const { desk, kept } = openDesk();
    kept.plans = [{ from: START - 1, plan: planOf([{ id: "esp-01" }]) }];
    await desk.refresh();
    expect(desk.hashSecret("esp-01", "hash")).toBe(OWN_SECRET);
    const other = { salt: Buffer.from("new"), hash: Buffer.from("other") };
    expect(desk.hashSecret("esp-01", "other")).toEqual(other);
    expect(desk.hashSecret("esp-02", "other")).toEqual(other);
  });

  it("[N21] a plan recorded for later takes hold by itself, and lets its devices in before", async () => {
    const { desk, kept, broker, told } = openDesk();
    kept.plans = [
      { from: START - 1, plan: planOf([{ id: "esp-01" }]) },
      { from: START + 60_000, plan: planOf([{ id: "esp-02" }]) },
    ];
    await desk.refresh();
    desk.attach(broker);
    expect(told.credentials.map(({ deviceId }) => deviceId)).toEqual(["esp-01", "esp-02"]);
    expect([...told.configs.keys()]).toEqual(["esp-01"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told.credentials.map(({ deviceId }) => deviceId)).toEqual(["esp-02"]);
    expect([...told.configs]).toEqual([
      ["esp-01", null],
      ["esp-02", USUAL],
    ]);
  });

  it("[N22] a Tasmota counter is asked for its totals as often as the plan says", async () => {
    const { desk, kept, broker, told } = openDesk();
    const tasmota = {
      id: "prise-4",
      make: "tasmota" as const,
      topic: "atelier-1",
      reportEveryMs: 2_000,
    };
    kept.plans = [{ from: START - 1, plan: planOf([tasmota, { id: "esp-01" }]) }];
    await desk.refresh();
    desk.attach(broker);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told.sent).toEqual([
      ["cmnd/atelier-1/Status", "10"],
      ["cmnd/atelier-1/Status", "10"],
    ]);
  });

  it("[N23] the pairing code is off until it is set, and off again when it is taken back", async () => {
    const { desk, broker, told } = openDesk();
    await desk.refresh();
    desk.attach(broker);
    expect([told.pairingCode, desk.isPairingOn()]).toEqual([null, false]);
    await desk.setPairingCode("atelier-2026");
    expect(Buffer.from(told.pairingCode!.hash).toString()).toBe("atelier-2026");
    expect(desk.isPairingOn()).toBe(true);
    await desk.setPairingCode(null);
    expect([told.pairingCode, desk.isPairingOn()]).toEqual([null, false]);
  });

  it("[N23] pairing is off while the stored code can't be read", async () => {
    const { desk, kept } = openDesk();
    for (const stored of ["atelier-2026", "null", "{}", '{"salt":1,"hash":2}']) {
      kept.settings.set("pairing-code", stored);
      await desk.refresh();
      expect(desk.isPairingOn()).toBe(false);
    }
  });

  it("[N23] fifty devices may wait, once each", async () => {
    const { desk, kept } = openDesk();
    await desk.refresh();
    const answers = Array.from({ length: 51 }, (_, i) => desk.onWaiting(`new-${i}`));
    expect(answers.filter(Boolean)).toHaveLength(50);
    expect(desk.onWaiting("new-0")).toBe(true);
    expect(kept.waiting).toHaveLength(50);
  });

  it("[N24] presence and what a device says of itself are kept for those who ask", async () => {
    const { desk } = openDesk();
    const status = { online: true, boot: "9f2c01ab", firmware: "1.0.0", rssi: -61 };
    await desk.refresh();
    desk.onPresence({ deviceId: "esp-01", online: true, status: null });
    desk.onPresence({ deviceId: "esp-01", online: true, status });
    expect([[...desk.online], [...desk.status]]).toEqual([
      ["esp-01"],
      [["esp-01", { firmware: "1.0.0", rssi: -61 }]],
    ]);
    desk.onPresence({ deviceId: "esp-01", online: false, status: null });
    expect([...desk.online]).toEqual([]);
  });
});
