import { REQUEST_WORDS_MAX, type RequestKind } from "@trame/shared";
import { useState } from "preact/hooks";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";

/** The last step: what is asked, words where somebody likes, and off it goes. */
export function RequestWords(props: {
  readonly kind: RequestKind;
  readonly title: string;
  readonly isEasy: boolean;
  /** Why it could not be sent. */
  readonly said: string | null;
  readonly onSend: (words: string | null) => void;
}) {
  const { kind, title, isEasy, said, onSend } = props;
  const { t } = useOwnWords();
  const [words, setWords] = useState("");
  return (
    <section class="own-words">
      <p class="own-asked">{title}</p>
      <p class={isEasy ? "lead easy-lead" : "lead"} role="status">
        {said ?? (isEasy ? t.easy.confirm : t.askWords[kind])}
      </p>
      {!isEasy && (
        <label>
          <span class="vh">{t.words}</span>
          <textarea
            rows={3}
            maxLength={REQUEST_WORDS_MAX}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </label>
      )}
      <BigButton
        icon="check"
        label={t.send}
        weight="main"
        onPress={() => onSend(words.trim() === "" ? null : words.trim())}
      />
    </section>
  );
}
