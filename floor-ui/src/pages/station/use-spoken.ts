import { useEffect } from "preact/hooks";
import { useI18n } from "../../i18n/i18n.ts";
import { useDesk } from "./desk.ts";

/** Reads a sentence aloud when it is a new one, to whoever asked for that. */
export function useSpoken(text: string | null): void {
  const { model, tools } = useDesk();
  const { language } = useI18n();
  const isAsked = model.me.value?.mode.speech === true;
  const { voice } = tools;
  useEffect(() => {
    if (isAsked && text !== null) voice.say(text, language);
  }, [isAsked, text, voice, language]);
}
