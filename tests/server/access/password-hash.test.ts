import { describe, expect, it } from "vitest";
import { createPasswordHash, SCRYPT_COST } from "../../../server/src/access/password-hash.ts";

const CHEAP = { ln: 4, r: 8, p: 1 };
const PASSWORD = "quatre bobines bleues dorment";

describe("what is kept of a password", () => {
  it("[AC14] is scrypt of 2^15 rounds over 32 MiB, with its cost and a salt of its own", async () => {
    const hash = createPasswordHash();

    const [one, other] = [await hash.make(PASSWORD), await hash.make(PASSWORD)];

    expect(SCRYPT_COST).toEqual({ ln: 15, r: 8, p: 1 });
    expect(one).toMatch(/^scrypt\$ln=15,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await hash.verify(PASSWORD, one)).toEqual({ isRight: true, isOld: false });
    expect(await hash.verify(`${PASSWORD} `, one)).toEqual({ isRight: false, isOld: false });
  });

  it("[AC14] is right though it was kept at another cost, and says so", async () => {
    const kept = await createPasswordHash(CHEAP).make(PASSWORD);

    const checked = await createPasswordHash({ ...CHEAP, ln: 5 }).verify(PASSWORD, kept);

    expect(checked).toEqual({ isRight: true, isOld: true });
  });

  it("[AC14] is the same for one text, however its accents were typed", async () => {
    const hash = createPasswordHash(CHEAP);
    const kept = await hash.make("b\u00e9b\u00e9 \u00e0 la plage");

    const checked = await hash.verify("be\u0301be\u0301 a\u0300 la plage", kept);

    expect(checked).toEqual({ isRight: true, isOld: false });
  });

  it("[AC4] takes as much work for somebody who is not there", async () => {
    const hash = createPasswordHash({ ln: 14, r: 8, p: 1 });
    const kept = await hash.make(PASSWORD);
    const timeOf = async (stored: string | null): Promise<number> => {
      const begun = process.cpuUsage();
      await hash.verify("wrong", stored);
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    };

    const times = { known: await timeOf(kept), unknown: await timeOf(null) };

    // A refusal without the work would take next to no time: less than a twentieth.
    expect(times.unknown).toBeGreaterThan(times.known / 4);
    expect(await hash.verify(PASSWORD, null)).toEqual({ isRight: false, isOld: false });
  });

  it("[AC5] is looked at by so many at once, and the others are told to come back", async () => {
    const hash = createPasswordHash({ ln: 10, r: 8, p: 1 });
    const kept = await hash.make(PASSWORD);

    const all = await Promise.all(Array.from({ length: 30 }, () => hash.verify("wrong", kept)));

    expect(all.filter((checked) => checked === "busy")).toHaveLength(8);
    expect(await hash.verify(PASSWORD, kept)).toEqual({ isRight: true, isOld: false });
  });
});
