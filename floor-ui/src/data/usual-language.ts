import type { ScreenSettings } from "@trame/shared";
import { useEffect, useState } from "preact/hooks";
import { createKeep } from "./keep.ts";

type Language = ScreenSettings["language"];

const KEY = "trame-language";

/**
 * The language of the workshop's screens, for whoever asked for none: as this screen was last told, French before that. It is
 * asked for once, so that nobody's words change while they read.
 */
export function useUsualLanguage(): Language {
  const [keep] = useState(() => createKeep(() => localStorage));
  const [language, setLanguage] = useState<Language>(keep.read(KEY) === "en" ? "en" : "fr");
  useEffect(() => {
    let isOpen = true;
    void readLanguage().then((said) => {
      if (!isOpen || said === null) return;
      keep.write(KEY, said);
      setLanguage(said);
    });
    return () => {
      isOpen = false;
    };
  }, [keep]);
  return language;
}

/** null when nobody answers, or not with a language: what was known holds. */
async function readLanguage(): Promise<Language | null> {
  try {
    const response = await fetch("/api/v1/settings/screens");
    if (!response.ok) return null;
    const { language } = (await response.json()) as Partial<ScreenSettings>;
    return language === "fr" || language === "en" ? language : null;
  } catch {
    return null;
  }
}
