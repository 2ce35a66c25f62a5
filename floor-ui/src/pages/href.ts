import { useLocation } from "preact-iso";

/** Addresses within the screens that keep the language and the theme that this page was asked for with. */
export function useHref(): (path: string) => string {
  const { query } = useLocation();
  return (path) => {
    const kept = new URLSearchParams();
    for (const name of ["lang", "theme"]) {
      const value = query[name];
      if (value !== undefined) kept.set(name, value);
    }
    const search = kept.toString();
    if (search === "") return path;
    return `${path}${path.includes("?") ? "&" : "?"}${search}`;
  };
}

/** The same page in the other language. */
export function otherLanguage(url: string, language: string): string {
  const address = new URL(url, location.origin);
  address.searchParams.set("lang", language === "fr" ? "en" : "fr");
  return address.pathname + address.search;
}
