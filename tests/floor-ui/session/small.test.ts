import { liveProtocols, offeredKey } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { drawPassword } from "../../../floor-ui/src/data/session/draw-password.ts";
import { sayAddress } from "../../../floor-ui/src/data/session/usual-address.ts";
import { keepStationKey } from "../../../floor-ui/src/data/station/pairing.ts";
import { whereTo } from "../../../floor-ui/src/pages/access/where-to.ts";
import { createFakeKeep, createForbiddenKeep } from "../support/fake-keep.ts";

const HERE = "http://trame.local:8080";

describe("where one goes after signing in", () => {
  it.each([
    ["/manage?day=2026-11-22#top", "/manage?day=2026-11-22#top"],
    [undefined, "/"],
    ["//evil.example/manage", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?to=/sign-in", "/"],
  ])("[AU5] is a page of ours: %s", (asked, to) => {
    expect(whereTo(asked, HERE)).toBe(to);
  });
});

describe("the address that a screen says", () => {
  const opened = { protocol: "http:", host: "192.168.1.20:8080", hostname: "192.168.1.20" };

  it("[AU7] is where a password may be typed, or its own where there is no other", () => {
    expect([
      sayAddress(opened, 8443),
      sayAddress(opened, null),
      sayAddress({ ...opened, protocol: "https:" }, 8443),
    ]).toEqual(["https://192.168.1.20:8443", "192.168.1.20:8080", "https://192.168.1.20:8080"]);
  });
});

describe("a password that is drawn", () => {
  it("[AU10] is long, read without mistakes, and another each time", () => {
    const drawn = Array.from({ length: 50 }, drawPassword);
    expect(drawn.every((text) => /^([acdefghjkmnpqrtuvwxy3479]{4}-){3}\S{4}$/.test(text))).toBe(
      true,
    );
    expect(new Set(drawn).size).toBe(50);
  });
});

describe("the key of a station", () => {
  it("[AU9] goes along with the live socket, and nothing does where there is none", () => {
    expect(offeredKey(liveProtocols("a-key_1").join(", "))).toBe("a-key_1");
    expect([liveProtocols(null), offeredKey(undefined), offeredKey("mqtt")]).toEqual([
      ...[[], null, null],
    ]);
  });

  it("[AU8] is kept where the station looks for it, and told where nothing can be kept", () => {
    const keep = createFakeKeep();
    expect(keepStationKey(keep, "S01", "the-key-of-the-station")).toBe(true);
    expect(keep.read("trame-station-key S01")).toBe("the-key-of-the-station");
    expect(keepStationKey(createForbiddenKeep(), "S01", "the-key")).toBe(false);
  });
});
