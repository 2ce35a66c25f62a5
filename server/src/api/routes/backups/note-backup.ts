import type { Store } from "../../../store/open-store.ts";

type Noted = Parameters<Store["noteChange"]>[0];

/** Puts on record what somebody does with backups, which are beside the store ([JC7]). */
export function noteBackup(
  store: Pick<Store, "noteChange">,
  { what, subject }: Pick<Noted, "what" | "subject">,
  now: number,
): Promise<void> {
  return store.noteChange({ what, subject, before: null, after: null }, now);
}
