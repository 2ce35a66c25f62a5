import { useEffect, useErrorBoundary, useLayoutEffect, useMemo } from "preact/hooks";
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { type Screen, ScreenContext, useScreen } from "./data/screen-context.ts";
import { isSignedIn } from "./data/session/me.ts";
import { useUsualLanguage } from "./data/usual-language.ts";
import { createI18n, I18nContext, parseLanguage } from "./i18n/i18n.ts";
import { BrokenPage } from "./pages/broken-page.tsx";
import { HomePage } from "./pages/home/home-page.tsx";
import { DESK_PAGES } from "./pages/prepare/pages.ts";
import { AllLinesWall, LineWall } from "./pages/wall/wall-page.tsx";

/** Ours; the API's pages are the browser's business. */
const SCOPE =
  /^\/(wall(\/.*)?|copy|station(\/.*)?|prepare(\/.*)?|manage(\/.*)?|start|sign-in|setup|trust|floor(\/.*)?|inspect\/.*|bundle\/.*)?([?#].*)?$/;
/** Walls load without it. */
const StationPage = lazy(() =>
  import("./pages/station/station-page.tsx").then(({ StationPage }) => StationPage),
);
const StationPairingPage = lazy(() =>
  import("./pages/station/station-pairing-page.tsx").then(
    ({ StationPairingPage }) => StationPairingPage,
  ),
);
const InspectPage = lazy(() =>
  import("./pages/inspect/inspect-page.tsx").then(({ InspectPage }) => InspectPage),
);
const OrderWall = lazy(() =>
  import("./pages/wall/order-wall.tsx").then(({ OrderWall }) => OrderWall),
);
/** Loaded on a shared device once somebody is signed in. */
const IdleNotice = lazy(() =>
  import("./pages/access/idle-notice.tsx").then(({ IdleNotice }) => IdleNotice),
);
/** Whoever was given a password. */
const ChoosePassword = lazy(() =>
  import("./pages/access/choose-password.tsx").then(({ ChoosePassword }) => ChoosePassword),
);
/** On a tablet, which has no menu. */
const SignedInBar = lazy(() =>
  import("./pages/access/signed-in-bar.tsx").then(({ SignedInBar }) => SignedInBar),
);
const DEFAULT_ZONE = "Europe/Paris";

/** What the app is handed. */
export interface AppProps {
  readonly screen: Screen;
  /** Something broke that nobody foresaw. */
  readonly onBroken: () => void;
}

/** All pages. */
export function App({ screen, onBroken }: AppProps) {
  return (
    <LocationProvider scope={SCOPE}>
      <ScreenContext.Provider value={screen}>
        <Guarded onBroken={onBroken} />
      </ScreenContext.Provider>
    </LocationProvider>
  );
}

function Guarded({ onBroken }: { readonly onBroken: () => void }) {
  const [error] = useErrorBoundary(onBroken);
  return error === undefined ? <Pages /> : <Broken />;
}

function Pages() {
  const { path, query } = useLocation();
  const usual = useUsualLanguage();
  const asked = query["lang"];
  const language = asked === undefined ? usual : parseLanguage(asked);
  const me = useScreen().session.me.value;
  const page = pageOf(path);
  // A tablet's station has a key of its own, whoever signed in on it.
  const mustChoose = me?.mustChoosePassword === true && page !== "station";
  const workshop = useScreen().picture.store.head.value?.workshop;
  const timeZone = workshop?.timeZone ?? DEFAULT_ZONE;
  const i18n = useMemo(() => createI18n(language, timeZone), [language, timeZone]);
  useLayoutEffect(() => {
    // Walls set their own unit, one for desks is the browser's.
    document.documentElement.dataset["page"] = mustChoose ? "desk" : page;
  }, [mustChoose, page]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = workshop ? `${i18n.t.home.title} — ${workshop.name}` : i18n.t.home.title;
  }, [language, workshop, i18n]);
  return (
    <I18nContext.Provider value={i18n}>
      {!mustChoose && <Routes />}
      {/* Outside the router, which waits for its own pages alone. */}
      <ErrorBoundary>
        {mustChoose && <ChoosePassword />}
        {isSignedIn(me) && page === "station" && <SignedInBar />}
        {me?.session?.isShared === true && <IdleNotice idleMinutes={me.session.idleMinutes} />}
      </ErrorBoundary>
    </I18nContext.Provider>
  );
}

function Routes() {
  return (
    <Router>
      <Route path="/wall" component={AllLinesWall} />
      <Route path="/wall/:lineId" component={LineWall} />
      <Route path="/wall/order/:orderId" component={OrderWall} />
      <Route path="/station" component={StationPairingPage} />
      <Route path="/station/:stationId" component={StationPage} />
      <Route path="/inspect/:stationId" component={InspectPage} />
      {DESK_PAGES.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route default component={HomePage} />
    </Router>
  );
}

/** Inspectors work at a tablet too. */
function pageOf(path: string): string {
  const page = /^\/(wall|station|inspect)\b/.exec(path)?.[1] ?? "desk";
  return page === "inspect" ? "station" : page;
}

/** Trusts nothing that may have broken the pages: not even the workshop's time zone. */
function Broken() {
  const { query } = useLocation();
  const zone = useScreen().picture.store.head.peek()?.workshop?.timeZone;
  const i18n = createI18n(parseLanguage(query["lang"]), isZone(zone) ? zone : DEFAULT_ZONE);
  return (
    <I18nContext.Provider value={i18n}>
      <BrokenPage />
    </I18nContext.Provider>
  );
}

function isZone(zone: string | undefined): zone is string {
  try {
    return zone !== undefined && new Intl.DateTimeFormat("fr", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
