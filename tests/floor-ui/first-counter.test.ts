import { findPlanFaults } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createFirstSecret } from "../../floor-ui/src/data/first-secret.ts";
import { fr } from "../../floor-ui/src/i18n/fr.ts";
import { createFirstCounter } from "../../floor-ui/src/pages/home/example.ts";
import { createFakeKeep, createForbiddenKeep } from "./support/fake-keep.ts";

function example() {
  return createFirstCounter({
    origin: "http://192.168.1.20:8080",
    hostname: "192.168.1.20",
    secret: "00112233445566778899aabbccddeeff",
    boot: "9f2c01ab",
    words: fr.first,
  });
}

describe("first counter", () => {
  it("[W12] is a plan whose station names the device and whose device has the secret", () => {
    const plan = JSON.parse(example().plan);
    expect([plan.lines[0].stations[0].device, plan.devices]).toEqual([
      "esp-01",
      [{ id: "esp-01", secret: "00112233445566778899aabbccddeeff" }],
    ]);
    expect(findPlanFaults(plan)).toEqual([]);
  });

  it("[W12] is sent to the server that the page came from", () => {
    const { send, count } = example();
    expect(send).toContain("curl -X PUT http://192.168.1.20:8080/api/v1/plan");
    expect(count).toContain("mosquitto_pub -h 192.168.1.20 -i esp-01 -u esp-01");
    expect(count).toContain("-P 00112233445566778899aabbccddeeff");
  });
});

describe("secret of the first counter", () => {
  it("[W12] is another in each browser, of 128 bits", () => {
    const [one, other] = [createFakeKeep(), createFakeKeep()].map((keep) =>
      createFirstSecret(keep).draw(),
    );
    expect(one?.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(one?.boot).toMatch(/^[0-9a-f]{8}$/);
    expect(one?.secret).not.toBe(other?.secret);
  });

  it("[W21] is the same after a reload, with its boot", () => {
    const keep = createFakeKeep();
    const drawn = createFirstSecret(keep).draw();
    const reloaded = createFirstSecret(keep);
    expect([reloaded.read(), reloaded.draw()]).toEqual([drawn, drawn]);
  });

  it("[W21] lasts as long as the page where nothing can be kept", () => {
    const keep = createForbiddenKeep();
    const page = createFirstSecret(keep);
    const drawn = page.draw();
    expect([page.draw(), createFirstSecret(keep).read()]).toEqual([drawn, null]);
  });

  it("[W21] is gone from the browser once it is forgotten", () => {
    const keep = createFakeKeep();
    const page = createFirstSecret(keep);
    page.draw();
    page.forget();
    expect([page.read(), createFirstSecret(keep).read()]).toEqual([null, null]);
  });

  it("[W21] is drawn anew where what was kept is damaged", () => {
    const keep = createFakeKeep();
    keep.write("trame-first-counter", "0011 22");
    expect(createFirstSecret(keep).read()).toBeNull();
  });
});
