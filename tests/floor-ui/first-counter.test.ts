import { findPlanFaults } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { fr } from "../../floor-ui/src/i18n/fr.ts";
import { createFirstCounter, drawHex } from "../../floor-ui/src/pages/home/example.ts";

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

  it("[W12] draws another secret each time, of 128 bits", () => {
    const [one, other] = [drawHex(32), drawHex(32)];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });
});
