import type { CauseClass } from "@trame/shared";
import { type ListChange, listChanges } from "../../../data/settings/code-list.ts";
import type { SettingsI18n } from "../../../i18n/settings.ts";
import type { CodeList } from "./code-list-section.tsx";

/** What differs between two lists of causes or defects, in sentences. */
export function listSentences(i18n: SettingsI18n): (before: CodeList, after: CodeList) => string[] {
  return (before, after) => [
    ...(after.isUsual && !before.isUsual ? [i18n.t.lists.toUsual] : []),
    ...listChanges(before.entries, after.entries).map((change) => sentenceOf(change, i18n)),
  ];
}

function sentenceOf(change: ListChange, { t, list }: SettingsI18n): string {
  const says = t.lists;
  switch (change.kind) {
    case "added":
      return says.added(change.label);
    case "removed":
      return says.removed(change.label);
    case "relabelled":
      return says.relabelled(change.before, change.after);
    case "english":
      return says.english2(change.label, change.after);
    case "reclassed": {
      const named = (of: string) => says.classes[of as CauseClass];
      return says.reclassed(change.label, named(change.before), named(change.after));
    }
    case "reordered":
      return says.reordered(list(change.labels));
  }
}
