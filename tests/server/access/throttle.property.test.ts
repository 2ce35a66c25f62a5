import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createThrottle,
  ELSEWHERE_MS,
  type Throttle,
  type Tried,
} from "../../../server/src/access/throttle.ts";

const MINUTE = 60_000;

interface Clocked {
  readonly throttle: Throttle;
  wait(ms: number): void;
}

function clocked(keysMax?: number): Clocked {
  let now = 0;
  const throttle = createThrottle(() => now, keysMax);
  return {
    throttle,
    wait(ms) {
      now += ms;
    },
  };
}

/** One try after the other as soon as each may come: how long each had to wait. */
function delays({ throttle, wait }: Clocked, tried: Tried, tries: number): number[] {
  return Array.from({ length: tries }, () => {
    const begun = throttle.begin(tried);
    if (begun.ok) return 0;
    wait(begun.waitMs);
    expect(throttle.begin(tried).ok).toBe(true);
    return begun.waitMs;
  });
}

/** Somebody hammers on an account from some terminals; each entry is a pause and a terminal. */
const attacks = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 20_000 }),
    terminal: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 30, maxLength: 300 },
);

/** How long a colleague at another terminal waits in all, who tries as soon as they may, while the attack goes on. */
function colleagueWaits(
  attack: readonly { pause: number; terminal: number }[],
  { throttle, wait }: Clocked,
): number {
  const attackOnce = ({ pause, terminal }: { pause: number; terminal: number }): void => {
    wait(pause);
    throttle.begin({ target: "name ana", terminal: `10.0.0.${terminal}` });
  };
  for (const each of attack) attackOnce(each);
  const begun = throttle.begin({ target: "name ana", terminal: "colleague" });
  if (begun.ok) return 0;
  // Meanwhile others go on, in no time at all.
  for (const each of attack) attackOnce({ ...each, pause: 0 });
  wait(begun.waitMs);
  const again = throttle.begin({ target: "name ana", terminal: "colleague" });
  return again.ok ? begun.waitMs : Infinity;
}

/** What locks an account for everybody, as one would write it first. */
function lockingThrottle(now: () => number): Throttle {
  let failures = 0;
  let lastAt = 0;
  return {
    size: 1,
    begin() {
      const waitMs = failures > 5 ? lastAt + 15 * MINUTE - now() : 0;
      if (waitMs > 0) return { ok: false, waitMs };
      failures += 1;
      lastAt = now();
      return {
        ok: true,
        attempt: { succeeded: () => undefined, withdraw: () => undefined },
      };
    },
  };
}

describe("guessing", () => {
  it("[AC5] costs more and more at one terminal, up to a quarter of an hour for each try", () => {
    const waits = delays(clocked(), { target: "name ana", terminal: "a" }, 14);

    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 5, 10, 20, 40, 80].map((s) => s * 1_000));
    expect(waits.at(-1)).toBe(15 * MINUTE);
  });

  it("[AC5] costs as much when a hundred tries come at once", () => {
    const { throttle } = clocked();

    const begun = Array.from({ length: 100 }, () =>
      throttle.begin({ target: "name ana", terminal: "a" }),
    );

    expect(begun.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it("[AC5] of many accounts at one terminal comes to one try a minute", () => {
    const { throttle, wait } = clocked();
    let tries = 0;
    for (let second = 0; second < 3_600; second++) {
      for (const name of ["a", "b", "c"]) {
        if (throttle.begin({ target: `${name}${second}`, terminal: "tablet" }).ok) tries += 1;
      }
      wait(1_000);
    }
    expect(tries).toBeLessThanOrEqual(20 + 60 + 6);
  });

  it("[AC5] keeps no colleague at another terminal waiting for more than five seconds", () => {
    fc.assert(
      fc.property(attacks, (attack) => {
        expect(colleagueWaits(attack, clocked())).toBeLessThanOrEqual(ELSEWHERE_MS);
      }),
      { numRuns: 100 },
    );
  });

  it("[AC5] control: a lock for everybody is seen", () => {
    const attack = Array.from({ length: 30 }, (_, terminal) => ({ pause: 100, terminal }));
    let now = 0;
    const wait = (ms: number): void => {
      now += ms;
    };
    const locked = { throttle: lockingThrottle(() => now), wait };

    expect(colleagueWaits(attack, locked)).toBeGreaterThan(ELSEWHERE_MS);
  });

  it("[AC5] an account that is tried from many terminals makes each wait a little before its own next try", () => {
    const { throttle } = clocked();
    for (let terminal = 0; terminal < 30; terminal++) {
      throttle.begin({ target: "name ana", terminal: `10.0.0.${terminal}` });
    }

    const begun = throttle.begin({ target: "name ana", terminal: "new" });
    const other = throttle.begin({ target: "name luc", terminal: "new" });

    expect([begun, other.ok]).toEqual([{ ok: false, waitMs: ELSEWHERE_MS }, true]);
  });

  it("[AC5] whoever gets it right begins anew, and what told nothing does not count", () => {
    const { throttle, wait } = clocked();
    const tried = { target: "name ana", terminal: "a" };
    for (let failure = 0; failure < 3; failure++) throttle.begin(tried);
    wait(5_000);
    const right = throttle.begin(tried);
    if (right.ok) right.attempt.succeeded();
    for (let needsCode = 0; needsCode < 9; needsCode++) {
      const begun = throttle.begin(tried);
      if (begun.ok) begun.attempt.withdraw();
    }

    expect([right.ok, throttle.begin(tried).ok]).toEqual([true, true]);
  });

  it("[AC5] remembers a bounded number, and not whom it forgets by who tries most", () => {
    const { throttle, wait } = clocked(100);
    const tried = { target: "name ana", terminal: "a" };
    for (let failure = 0; failure < 3; failure++) throttle.begin(tried);
    for (let other = 0; other < 30; other++) {
      throttle.begin({ target: `name ${other}`, terminal: `10.0.1.${other}` });
    }
    expect([throttle.size, throttle.begin(tried).ok]).toEqual([93, false]);
    for (let other = 0; other < 500; other++) {
      wait(1);
      throttle.begin({ target: `other ${other}`, terminal: `10.0.2.${other}` });
    }
    expect(throttle.size).toBe(100);
  });
});
