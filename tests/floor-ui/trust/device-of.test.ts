import { describe, expect, it } from "vitest";
import { trustDevicesEn } from "../../../floor-ui/src/i18n/trust-devices-en.ts";
import { trustDevicesFr } from "../../../floor-ui/src/i18n/trust-devices-fr.ts";
import { DEVICES, deviceOf } from "../../../floor-ui/src/pages/trust/device-of.ts";

const of = (userAgent: string, maxTouchPoints = 0) => deviceOf({ userAgent, maxTouchPoints });

describe("the steps to trust the server", () => {
  it("[TL18] are opened at those of the device that reads them", () => {
    expect([
      of("Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile", 5),
      of("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", 5),
      of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Edg/130.0", 10),
      of("Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"),
      of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Safari/604.1", 5),
      of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1", 5),
      of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1"),
      of("Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0"),
    ]).toEqual(["android", "android", "windows", "firefox", "ipad", "ipad", "mac", null]);
  });

  it("[TL18] have a drawing wherever something is to be found, and the same ones in both languages", () => {
    const drawn = (words: typeof trustDevicesFr) =>
      DEVICES.map((device) =>
        words.devices[device].steps.map(({ sketch }) => sketch?.mark ?? null),
      );
    expect(drawn(trustDevicesEn)).toEqual(drawn(trustDevicesFr));
    const bare = DEVICES.flatMap((device) => trustDevicesFr.devices[device].steps)
      .filter(({ sketch }) => sketch === null)
      .map(({ say }) => say);
    expect(new Set(bare)).toEqual(new Set(["Fermez le navigateur et rouvrez-le."]));
  });
});
