import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { PAIRING_SETTING } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { Account, Session } from "../../../../server/src/store/access/access-rows.ts";
import { INCOMING_FILE, swapIn } from "../../../../server/src/store/backup/swap.ts";
import type { Ledger } from "../../../../server/src/store/ledger.ts";
import { closedStore, databaseIn, openLedger, piecesIn } from "../backup/sewing-store.ts";

const NOW = Date.parse("2026-11-23T12:00:00+01:00");
const swap = { backupId: "20261123T020000Z-nightly", author: null, now: NOW };

function account(name: string): Account {
  const role = "administrator" as const;
  const secret = {
    password: `kept of ${name}`,
    passwordAt: NOW,
    passwordUntil: null,
    totpSecret: null,
  };
  return { id: name, name, nameKey: name, role, ...secret, disabledAt: null, createdAt: NOW };
}

function session(id: string, accountId: string): Session {
  const times = { createdAt: NOW, seenAt: NOW };
  return { id, digest: `digest of ${id}`, accountId, isShared: true, device: null, ...times };
}

function letIn({ access, putStationKey }: Ledger, names: readonly string[]): void {
  for (const name of names) {
    access.addAccount(account(name), NOW);
    access.addSession(session(`session of ${name}`, name), NOW);
    access.putPin("luc", `PIN of ${name}`, NOW);
    const key = { name, permissions: [], createdAt: NOW, expiresAt: NOW + 1, usedDay: null };
    access.addApiKey({ id: `key of ${name}`, digest: name, ...key }, NOW);
    const wall = {
      kind: "wall",
      name,
      stationId: null,
      digest: name,
      pairedAt: NOW,
      seenAt: null,
    } as const;
    access.acceptScreen({ id: `wall of ${name}`, ...wall }, NOW);
    putStationKey({ stationId: `S-${name}`, digest: Buffer.from(name) }, NOW);
  }
}

/** Who and what is let in, by names. */
function knownIn({ access, stationKeys }: Ledger) {
  const { accounts, sessions, apiKeys, screens, removedScreens } = access.readAccess();
  return {
    accounts: accounts.map(({ id, password }) => `${id}: ${password}`),
    sessions: sessions.map(({ id }) => id),
    apiKeys: apiKeys.map(({ id }) => id),
    screens: screens.map(({ id }) => id),
    removedScreens,
    pin: access.pinOf("luc"),
    stations: stationKeys().map(({ stationId }) => stationId),
  };
}

/** A secret as it is stored: here its name, so that a test reads which one it is. */
function secret(name: string) {
  return { salt: Buffer.from("salt"), hash: Buffer.from(name) };
}

const SECRETS_OF_BACKUP = {
  "esp-01": { secret: "first", isRevoked: false },
  "esp-02": { secret: "second", isRevoked: false },
  pairing: "code",
};

function givenSecrets(ledger: Ledger): void {
  ledger.deviceSecrets.offerSecret({ deviceId: "esp-01", ...secret("first") }, NOW);
  ledger.deviceSecrets.offerSecret({ deviceId: "esp-02", ...secret("second") }, NOW);
  ledger.putSetting(PAIRING_SETTING, "code", NOW);
}

/** By which secret each counter comes in, and whether a code lets others wait. */
function secretsIn(ledger: Ledger) {
  const of = (deviceId: string) => {
    const keys = ledger.deviceSecrets.deviceKeys(deviceId);
    const hash = keys.secret?.hash;
    return { secret: hash === undefined ? null : String(hash), isRevoked: keys.isRevoked };
  };
  const pairing = ledger.setting(PAIRING_SETTING);
  return { "esp-01": of("esp-01"), "esp-02": of("esp-02"), pairing };
}

/** Does something to a store between two runs of its server. */
function within<Result>(folder: string, work: (ledger: Ledger) => Result): Result {
  const { ledger, close } = openLedger(folder);
  try {
    return work(ledger);
  } finally {
    close();
  }
}

/** A store that was copied when `luc` and `ana` were let in. */
function copied(): string {
  const folder = closedStore();
  within(folder, (ledger) => letIn(ledger, ["luc", "ana"]));
  copyFileSync(databaseIn(folder), join(folder, INCOMING_FILE));
  return folder;
}

describe("who is let in after a restore", () => {
  it("[AC16] is whoever was before it: what was ended, changed or given since stays so", () => {
    const folder = copied();
    within(folder, (ledger) => {
      const { access } = ledger;
      letIn(ledger, ["zoe"]);
      access.endSessions(["session of ana"]);
      access.changeAccount(
        { id: "ana", password: "another", isDisabled: true, sessionId: null },
        NOW,
      );
      access.removeAccount("luc", NOW);
      access.removeApiKey("key of luc", NOW);
      access.removeScreen("wall of luc", NOW);
      access.removePin("luc", NOW);
    });
    const before = within(folder, knownIn);

    swapIn(folder, swap);

    expect(within(folder, knownIn)).toEqual(before);
    expect(before).toEqual({
      accounts: ["ana: another", "zoe: kept of zoe"],
      sessions: ["session of zoe"],
      apiKeys: ["key of ana", "key of zoe"],
      screens: ["wall of ana", "wall of zoe"],
      removedScreens: ["luc"],
      pin: null,
      stations: ["S-ana", "S-luc", "S-zoe"],
    });
    expect(piecesIn(folder)).toBe(42);
  });

  it("[AC16] control: in the backup itself all that was ended since is there", () => {
    const folder = copied();
    within(folder, ({ access }) => access.removeAccount("luc", NOW));

    copyFileSync(join(folder, INCOMING_FILE), databaseIn(folder));

    expect(within(folder, knownIn)).toMatchObject({
      accounts: ["ana: kept of ana", "luc: kept of luc"],
      sessions: ["session of ana", "session of luc"],
    });
  });

  it("[AC16] is no counter whose secret was taken back or changed since, and none by a code that was switched off", () => {
    const folder = closedStore();
    within(folder, givenSecrets);
    copyFileSync(databaseIn(folder), join(folder, INCOMING_FILE));
    within(folder, (ledger) => {
      letIn(ledger, ["luc"]);
      ledger.deviceSecrets.revokeSecret("esp-01", NOW);
      ledger.deviceSecrets.offerSecret({ deviceId: "esp-02", ...secret("another") }, NOW);
      ledger.deviceSecrets.settleSecret("esp-02");
      ledger.putSetting(PAIRING_SETTING, null, NOW);
    });
    const before = within(folder, secretsIn);

    swapIn(folder, swap);

    expect(within(folder, secretsIn)).toEqual(before);
    expect(before).toEqual({
      "esp-01": { secret: null, isRevoked: true },
      "esp-02": { secret: "another", isRevoked: false },
      pairing: null,
    });
  });

  it("[AC16] control: in the backup itself both secrets and the code open", () => {
    const folder = closedStore();
    within(folder, givenSecrets);
    copyFileSync(databaseIn(folder), join(folder, INCOMING_FILE));
    within(folder, (ledger) => ledger.deviceSecrets.revokeSecret("esp-01", NOW));

    copyFileSync(join(folder, INCOMING_FILE), databaseIn(folder));

    expect(within(folder, secretsIn)).toEqual(SECRETS_OF_BACKUP);
  });

  it("[AC16] on a new machine is each counter of the backup, by its secret of then", () => {
    const [folder, old] = [closedStore(), closedStore()];
    within(old, givenSecrets);
    copyFileSync(databaseIn(old), join(folder, INCOMING_FILE));

    swapIn(folder, swap);

    expect(within(folder, secretsIn)).toEqual(SECRETS_OF_BACKUP);
  });

  it("[AC16] on a new machine is who was in the backup, signed out, without keys of programs", () => {
    const folder = closedStore();
    const old = copied();
    copyFileSync(join(old, INCOMING_FILE), join(folder, INCOMING_FILE));

    swapIn(folder, swap);

    expect(within(folder, knownIn)).toEqual({
      accounts: ["ana: kept of ana", "luc: kept of luc"],
      ...{ sessions: [], apiKeys: [] },
      screens: ["wall of ana", "wall of luc"],
      removedScreens: [],
      pin: "PIN of ana",
      stations: ["S-ana", "S-luc"],
    });
  });
});
