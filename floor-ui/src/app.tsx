import { useEffect, useErrorBoundary, useLayoutEffect, useMemo } from "preact/hooks";
import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { type Screen, ScreenContext } from "./data/screen-context.ts";
import { createI18n, I18nContext, parseLanguage } from "./i18n/i18n.ts";
import { BrokenPage } from "./pages/broken-page.tsx";
import { HomePage } from "./pages/home/home-page.tsx";
import { AllLinesWall, LineWall } from "./pages/wall/wall-page.tsx";

/** Ours; the API's pages are the browser's business. */
const SCOPE = /^\/(wall(\/.*)?)?([?#].*)?$/;
const DEFAULT_ZONE = "Europe/Paris";

/** What the app is handed. */
export interface AppProps {
  readonly screen: Screen;
  /** Something broke that nobody foresaw. */
  readonly onBroken: () => void;
}

/** All pages. */
export function App(props: AppProps) {
  return (
    <LocationProvider scope={SCOPE}>
      <ScreenContext.Provider value={props.screen}>
        <Pages {...props} />
      </ScreenContext.Provider>
    </LocationProvider>
  );
}

function Pages({ screen, onBroken }: AppProps) {
  const { path, query } = useLocation();
  const language = parseLanguage(query["lang"]);
  const workshop = screen.picture.store.head.value?.workshop;
  const timeZone = workshop?.timeZone ?? DEFAULT_ZONE;
  const i18n = useMemo(() => createI18n(language, timeZone), [language, timeZone]);
  useLayoutEffect(() => {
    // Walls set their own unit, one for desks is the browser's.
    document.documentElement.dataset["page"] = path.startsWith("/wall") ? "wall" : "desk";
  }, [path]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = workshop ? `${i18n.t.home.title} — ${workshop.name}` : i18n.t.home.title;
  }, [language, workshop, i18n]);
  return (
    <I18nContext.Provider value={i18n}>
      <Guarded onBroken={onBroken} />
    </I18nContext.Provider>
  );
}

function Guarded({ onBroken }: { readonly onBroken: () => void }) {
  const [error] = useErrorBoundary(onBroken);
  if (error !== undefined) return <BrokenPage />;
  return (
    <Router>
      <Route path="/wall" component={AllLinesWall} />
      <Route path="/wall/:lineId" component={LineWall} />
      <Route default component={HomePage} />
    </Router>
  );
}
