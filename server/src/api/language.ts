import type { Language } from "@trame/shared";

/** The language asked for by an `Accept-Language` header (RFC 9110, 12.5.4); French by default. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.find(({ language }) => language !== null)?.language ?? "fr";
}

function parseRange(range: string): { language: Language | null; weight: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
  const primary = tag.split("-")[0];
  const language = primary === "en" || primary === "fr" ? primary : null;
  return { language, weight: Number(quality) || 0 };
}
