import type { AuthorRow } from "../../../data/desk/journal-rows.ts";
import type { JournalI18n } from "../../../i18n/journal.ts";

/** Who wrote a line, in words; null where it was not kept. */
export function authorWords(
  author: AuthorRow | null,
  { t, stationName }: Pick<JournalI18n, "t"> & { stationName(stationId: string): string },
): string | null {
  if (author === null) return null;
  const { kind, id, name, isGone } = author;
  switch (kind) {
    case "account":
      return isGone ? t.journal.author.accountGone : (name ?? t.journal.author.account);
    case "key":
      if (isGone) return t.journal.author.keyGone;
      return name === null ? t.journal.author.keyOf : t.journal.author.key(name);
    case "station":
      return stationName(id ?? "");
    case "token":
    case "wall":
    case "local":
    case "anonymous":
      return t.journal.author[kind];
    default:
      return null;
  }
}
