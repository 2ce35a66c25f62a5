/** Secrets of counters, changed and taken back under real counters that go on counting. */
import type { IClientOptions } from "mqtt";
import { describe, expect, it } from "vitest";
import { type Boot, openWorkshop, planOf, report, type Workshop } from "./open-workshop.ts";

const BEGAN = Date.now() - 60_000;
const PLAN = planOf({ S01: { device: "esp-01" }, S02: { device: "esp-02" } });

async function openTwo(): Promise<Workshop> {
  const workshop = await openWorkshop();
  await workshop.plan(PLAN, BEGAN - 60_000);
  return workshop;
}

/** A counter that has been sewing for a minute and makes a piece whenever it is told to. */
function sewing(device: string) {
  const boot: Boot = { device, boot: "9f2c01ab", began: BEGAN };
  let made = 0;
  return {
    /** Resolves when the piece is acknowledged. */
    sew(client: Parameters<typeof report>[0]) {
      made += 1;
      return report(client, boot, [[made, BEGAN + made * 1_000, made]]);
    },
    get made() {
      return made;
    },
  };
}

async function giveSecret({ ask }: Workshop, deviceId: string) {
  const answer = await ask("POST", `/api/v1/devices/${deviceId}/secret`);
  return (await answer.json()) as { readonly secret: string; readonly qr: string };
}

function refusal(workshop: Workshop, deviceId: string, options?: IClientOptions) {
  return workshop.connect(deviceId, options).then(
    () => "let in",
    ({ code }: { code?: number }) => code,
  );
}

const NOT_AUTHORIZED = 5;

describe("secret of a counter", () => {
  it("[TL11] is changed while it sews, and no piece is lost or counted twice", async () => {
    const workshop = await openTwo();
    const counter = sewing("esp-01");
    const old = await workshop.connect("esp-01");
    await counter.sew(old);

    const given = giveSecret(workshop, "esp-01");
    await counter.sew(old);
    const { secret, qr } = await given;
    await counter.sew(old);
    const renewed = await workshop.connect("esp-01", { password: secret });
    await counter.sew(renewed);

    expect(await workshop.pieces()).toEqual({ S01: counter.made });
    expect(qr).toBe(`mqtt://esp-01:${secret}@127.0.0.1:${new URL(workshop.broker()).port}`);
    expect(await refusal(workshop, "esp-01")).toBe(NOT_AUTHORIZED);
    expect(renewed.connected).toBe(true);
  });

  it("[TL11] holds beside the new one until the device has come with that, over a restart too", async () => {
    const workshop = await openTwo();
    const { secret } = await giveSecret(workshop, "esp-01");
    expect(await refusal(workshop, "esp-01")).toBe("let in");

    await workshop.restart();

    expect(await refusal(workshop, "esp-01")).toBe("let in");
    expect(await refusal(workshop, "esp-01", { password: "guessed" })).toBe(NOT_AUTHORIZED);
    expect(await refusal(workshop, "esp-01", { password: secret })).toBe("let in");
  });

  it("[TL12] is taken back at once, whatever code pairs, and no other counter is closed", async () => {
    const workshop = await openTwo();
    const code = "code-of-the-workshop";
    await workshop.ask("PUT", "/api/v1/settings/pairing-code", { code });
    const [stolen, other] = await Promise.all(
      ["esp-01", "esp-02"].map((id) => workshop.connect(id)),
    );
    const closed = new Promise<void>((resolve) => stolen?.once("close", () => resolve()));

    expect((await workshop.ask("DELETE", "/api/v1/devices/esp-01/secret")).status).toBe(200);
    await closed;

    expect(await refusal(workshop, "esp-01")).toBe(NOT_AUTHORIZED);
    expect(await refusal(workshop, "esp-01", { password: code })).toBe(NOT_AUTHORIZED);
    if (other !== undefined) await sewing("esp-02").sew(other);
    expect([other?.connected, await workshop.pieces()]).toEqual([true, { S02: 1 }]);
    const { secret } = await giveSecret(workshop, "esp-01");
    expect(await refusal(workshop, "esp-01", { password: secret })).toBe("let in");
  });

  it("[TL12] of a counter that no plan names can neither be given nor taken back", async () => {
    const workshop = await openTwo();
    for (const method of ["POST", "DELETE"]) {
      const answer = await workshop.ask(method, "/api/v1/devices/__proto__/secret");
      expect([answer.status, Object(await answer.json()).code]).toEqual([404, "counter-absent"]);
    }
  });

  it("[TL12] is in no line of the journal, but that it was changed is", async () => {
    const workshop = await openTwo();
    const { secret } = await giveSecret(workshop, "esp-01");
    const journal = JSON.stringify(await workshop.get("/api/v1/journal"));
    expect(journal).toContain("device-secret");
    expect(journal).not.toContain(secret);
  });
});
