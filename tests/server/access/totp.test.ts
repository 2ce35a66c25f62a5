import { describe, expect, it } from "vitest";
import { createTotpSecret, totpAt, totpStepOf, totpUri } from "../../../server/src/access/totp.ts";

/** « 12345678901234567890 », the key of the RFC. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("codes of a phone", () => {
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("[AC9] are those of RFC 6238, appendix B, at %i s", (seconds, eight) => {
    expect(totpAt(RFC_SECRET, Math.floor(seconds / 30))).toBe(eight.slice(2));
  });

  it("[AC9] are right half a minute before and after, and no longer", () => {
    const now = Date.parse("2026-11-23T11:35:10+01:00");
    const present = Math.floor(now / 30_000);
    const steps = [-2, -1, 0, 1, 2].map((offset) =>
      totpStepOf(RFC_SECRET, totpAt(RFC_SECRET, present + offset), now),
    );
    expect(steps).toEqual([null, present - 1, present, present + 1, null]);
  });

  it.each(["", "12345", "1234567", "１２３４５６", "12 456"])(
    "[AC9] are six digits, not «%s»",
    (code) => {
      expect(totpStepOf(RFC_SECRET, code, 59_000)).toBeNull();
    },
  );

  it("[AC9] come from a secret of 160 bits that a phone can read", () => {
    const secret = createTotpSecret();

    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(createTotpSecret()).not.toBe(secret);
    expect(totpUri(RFC_SECRET, { name: "Élodie M.", workshop: "Trame Lons & fils" })).toBe(
      `otpauth://totp/Trame%20Lons%20%26%20fils%3A%C3%89lodie%20M.?secret=${RFC_SECRET}&issuer=Trame%20Lons%20%26%20fils`,
    );
  });
});
