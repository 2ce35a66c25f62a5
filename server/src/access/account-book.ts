import type { Account } from "../store/access/access-rows.ts";

/** The accounts in memory, as the store last had them. */
export interface AccountBook {
  all(): Account[];
  find(id: string): Account | null;
  byName(nameKey: string): Account | null;
  put(account: Account): void;
  drop(id: string): void;
}

/** @param open reads what of them is stored sealed */
export function createAccountBook(
  stored: readonly Account[],
  open: (account: Account) => Account,
): AccountBook {
  const byId = new Map(stored.map((account) => [account.id, open(account)]));
  const all = (): Account[] => [...byId.values()];
  return {
    all,
    find: (id) => byId.get(id) ?? null,
    byName: (nameKey) => all().find((account) => account.nameKey === nameKey) ?? null,
    put: (account) => void byId.set(account.id, open(account)),
    drop: (id) => void byId.delete(id),
  };
}
