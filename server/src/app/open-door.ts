import { startSecurityLog } from "../access/security-log/security-log.ts";
import { type AccessOptions, startAccess } from "../access/start-access.ts";
import { TOTP_KEY_FILE } from "../access/totp-vault.ts";
import { openNameVault } from "../people/name-vault.ts";
import type { Closable } from "./closing.ts";

type DoorOptions = Omit<AccessOptions, "phones"> & {
  /** TRAME_DATA. */
  readonly data: string;
};

/** Who may come in, and what is noted of those who tried; each is put into `started`. */
export async function openDoor(options: DoorOptions, started: Closable[]) {
  const phones = openNameVault(options.data, TOTP_KEY_FILE);
  const access = await startAccess({ ...options, phones });
  started.push(access);
  const security = await startSecurityLog(options.data, options);
  started.push(security);
  return { access, security };
}
