import type { CauseClass } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type CodeEntry, codeFrom } from "../../../data/settings/code-list.ts";
import { faultsOf } from "../../../data/settings/faults.ts";
import { mergeChanges } from "../../../data/settings/merge.ts";
import { useDraft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { CodeListTable } from "./code-list-table.tsx";
import { listSentences } from "./list-sentences.ts";
import { SavingForm } from "./saving-form.tsx";

/** A list that a workshop writes of its own, or null for the usual one. */
export interface CodeList {
  readonly entries: readonly CodeEntry[];
  readonly isUsual: boolean;
}

export interface CodeListProps {
  readonly title: string;
  readonly address: string;
  /** What the entries are called in the address's answers. */
  readonly field: "causes" | "defects";
  /** The usual list. */
  readonly usual: readonly CodeEntry[];
  /** Of a new entry; absent where entries have no class. */
  readonly firstClass?: CauseClass;
  readonly addText: string;
  readonly children: ComponentChildren;
}

/** Labels in both languages, order, classes; what was saved keeps its code, since facts bear it. */
export function CodeListSection(props: CodeListProps) {
  const { title, address, field, usual, firstClass, addText, children } = props;
  const i18n = useSettingsWords();
  const { t } = i18n;
  const draft = useDraft<CodeList>({
    readAt: address,
    writeAt: address,
    take: (answer: Readonly<Record<string, unknown>>) => ({
      entries: answer[field] as readonly CodeEntry[],
      isUsual: answer["isUsual"] === true,
    }),
    body: ({ entries, isUsual }) => ({ [field]: isUsual ? null : withCodes(entries) }),
    merge: ({ base, mine, theirs }) => ({
      entries: mergeChanges({ base: base.entries, mine: mine.entries, theirs: theirs.entries }),
      isUsual: mine.isUsual && theirs.isUsual,
    }),
  });
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  const [added, setAdded] = useState(0);

  function add(entries: readonly CodeEntry[]): void {
    setAdded(added + 1);
    const entry = {
      // Until it is saved it has a code of this page alone.
      code: `${NEW}${added}`,
      label: { fr: "", en: "" },
      ...(firstClass !== undefined && { class: firstClass }),
    };
    draft.edit({ entries: [...entries, entry], isUsual: false });
  }

  return (
    <SavingForm draft={draft} tell={listSentences(i18n)}>
      {({ entries, isUsual }) => (
        <Panel
          title={title}
          aside={<span>{isUsual ? t.settings.usualNow : t.settings.ownNow}</span>}
        >
          {children}
          <CodeListTable
            entries={entries}
            faults={faults}
            field={field}
            onEntries={(next) => draft.edit({ entries: next, isUsual: false })}
          />
          <div class="row">
            <button type="button" class="plain" onClick={() => add(entries)}>
              <DeskIcon name="plus" />
              {addText}
            </button>
            {!isUsual && (
              <button
                type="button"
                class="link"
                onClick={() => draft.edit({ entries: usual, isUsual: true })}
              >
                {t.settings.usual}
              </button>
            )}
          </div>
        </Panel>
      )}
    </SavingForm>
  );
}

/** No code that the server takes begins like this. */
const NEW = "*";

/** What is new is given a code from its French name. */
function withCodes(entries: readonly CodeEntry[]): CodeEntry[] {
  const taken = entries.map(({ code }) => code).filter((code) => !code.startsWith(NEW));
  return entries.map((entry) => {
    if (!entry.code.startsWith(NEW)) return sent(entry);
    const code = codeFrom(entry.label.fr, taken);
    taken.push(code);
    return { ...sent(entry), code };
  });
}

/** English is left out where there is none; causes need one, and have French stand in for it. */
function sent(entry: CodeEntry): CodeEntry {
  const { fr, en = "" } = entry.label;
  const [french, english] = [fr.trim(), en.trim()];
  if (english !== "") return { ...entry, label: { fr: french, en: english } };
  return {
    ...entry,
    label: entry.class === undefined ? { fr: french } : { fr: french, en: french },
  };
}
