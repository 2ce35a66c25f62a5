import { useState } from "preact/hooks";
import { useI18n } from "../../../i18n/i18n.ts";
import { useOwnWords } from "../../../i18n/own-data.ts";
import { BigButton } from "../../../ui/station/big-button.tsx";
import { useDesk } from "../desk.ts";
import { useSpoken } from "../use-spoken.ts";

/** One sentence a screen, to be read or heard; then the next. */
export function EasyPages({ sentences }: { readonly sentences: readonly string[] }) {
  const { tools } = useDesk();
  const { simple } = useI18n().t;
  const { t, language } = useOwnWords();
  const [page, setPage] = useState(0);
  const sentence = sentences[page % sentences.length] ?? "";
  useSpoken(sentence);
  return (
    <section class="easy-pages">
      <p class="say" role="status">
        {sentence}
      </p>
      <div class="ways">
        {tools.voice.canSpeak && (
          <BigButton
            icon="volume-2"
            label={simple.listen}
            onPress={() => tools.voice.say(sentence, language)}
          />
        )}
        {sentences.length > 1 && (
          <BigButton
            icon="arrow-right"
            label={t.next}
            weight="main"
            onPress={() => setPage((before) => (before + 1) % sentences.length)}
          />
        )}
      </div>
    </section>
  );
}
