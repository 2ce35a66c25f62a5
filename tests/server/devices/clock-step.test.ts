import type { Plan } from "@trame/shared";
import { expect, it, vi } from "vitest";
import { openWorkshop } from "../../paths/open-workshop.ts";
import { planOf } from "./open-desk.ts";

const SECRET = "a-secret-of-the-tests";
const HOUR_MS = 3_600_000;

function planWith(heartbeatMs: number): Plan {
  return planOf([{ id: "esp-01", secret: SECRET, heartbeatMs }]);
}

it("[N21] when the machine learns the time late, its counters are told the plan that holds by now", async () => {
  const workshop = await openWorkshop();
  await workshop.plan(planWith(5_000));
  await workshop.plan(planWith(7_000), Date.now() + HOUR_MS);
  const device = await workshop.connect("esp-01", { password: SECRET });
  const told: unknown[] = [];
  const heard = Promise.withResolvers<void>();
  device.on("message", (_topic, payload) => {
    told.push(JSON.parse(payload.toString()).heartbeatMs);
    if (told.length === 2) heard.resolve();
  });
  await device.subscribeAsync("trame/v1/esp-01/config", { qos: 1 });
  const machine = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => machine() + HOUR_MS + 60_000);
  await heard.promise;
  expect(told).toEqual([5_000, 7_000]);
});
