import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "./support/open-http.ts";

describe("addresses of the server", () => {
  it.each([
    ["127.0.0.1", false],
    ["0.0.0.0", true],
  ])(
    "[GS5] say on which port counters are heard, and whether any could: %s",
    async (host, isOpen) => {
      const http = await openHttp(undefined, { host, mqttPort: 18_830 });
      const { status, json } = await http.get("/api/v1/addresses", { token: TOKEN });
      expect([status, json]).toEqual([
        200,
        { mqttPort: 18_830, isOpen, addresses: expect.any(Array) },
      ]);
    },
  );

  it("[GS5] are told with the admin token only", async () => {
    const http = await openHttp();
    expect((await http.get("/api/v1/addresses")).status).toBe(401);
  });
});
