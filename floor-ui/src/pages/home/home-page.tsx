import { useLocation } from "preact-iso";
import type { BoardHead } from "../../data/board-store.ts";
import { useScreen } from "../../data/screen-context.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Icon } from "../../ui/icon.tsx";
import { otherLanguage, useHref } from "../href.ts";
import { LateBackup } from "../late-backup.tsx";
import { useMayOpen } from "../use-may-open.ts";
import { ageView } from "../wall/top-view.ts";
import { FirstStartCard } from "./first-start-card.tsx";
import { Closed, SignedIn, useCanSee } from "./known.tsx";
import "../../styles/home.css";

/** `/`: what there is, and where to begin. */
export function HomePage() {
  const { picture, theme } = useScreen();
  const i18n = useI18n();
  const { language, t } = i18n;
  const { url } = useLocation();
  const canSee = useCanSee();
  const head = canSee ? picture.store.head.value : null;
  const isDark = theme.theme.value === "dark";
  return (
    <div class="home">
      <header>
        <p class="brand">{t.home.title}</p>
        <nav class="tools">
          <SignedIn />
          <a href={otherLanguage(url, language)} lang={language === "fr" ? "en" : "fr"}>
            {t.home.otherLanguage}
          </a>
          <button
            type="button"
            aria-label={isDark ? t.wall.light : t.wall.dark}
            onClick={theme.toggle}
          >
            <Icon name={isDark ? "sun" : "moon"} />
          </button>
        </nav>
      </header>
      <main>
        <h1>{head?.workshop?.name ?? t.home.title}</h1>
        <p class="intro">{t.home.lead}</p>
        <Freshness />
        <LateBackup />
        {head === null && canSee && <p class="intro">{t.home.looking}</p>}
        {!canSee && <Closed />}
        {head !== null && <Begin head={head} />}
        {head !== null && head.workshop !== null && <Prepare />}
        <Desk head={head} />
        <Guides />
      </main>
    </div>
  );
}

/** Nothing while all is well: this page shows few figures. */
function Freshness() {
  const { picture } = useScreen();
  const i18n = useI18n();
  const freshness = picture.freshness.value;
  if (freshness !== "stale" && freshness !== "offline") return null;
  const age = ageView({ freshness, heardAt: picture.heardAt.value, now: picture.now.value }, i18n);
  return <p class="old">{age.text}</p>;
}

/** Leads to the first start until it is done in the browser that began it; once pieces come in, the walls are there too. */
function Begin({ head }: { readonly head: BoardHead }) {
  const { picture, firstStart } = useScreen();
  const hasPlan = head.workshop !== null;
  const step = firstStart.draft.value?.step ?? null;
  const isUnderWay = !hasPlan || (step !== null && step !== "done");
  const hasWalls = hasPlan && (!isUnderWay || picture.store.hasBegun());
  return (
    <>
      {isUnderWay && <FirstStartCard />}
      {hasWalls && <Walls head={head} />}
    </>
  );
}

function Walls({ head }: { readonly head: BoardHead }) {
  const { t } = useI18n();
  const href = useHref();
  return (
    <section>
      <h2>{t.home.walls}</h2>
      <ul class="links">
        <li>
          <a href={href("/wall")}>
            <b>{t.home.wallAll}</b>
            <span>{t.home.wallAllHint}</span>
          </a>
        </li>
        {head.lineIds.map((lineId) => (
          <WallLink key={lineId} lineId={lineId} />
        ))}
      </ul>
    </section>
  );
}

function WallLink({ lineId }: { readonly lineId: string }) {
  const { picture } = useScreen();
  const { t, number } = useI18n();
  const href = useHref();
  const line = picture.store.line(lineId)?.value;
  if (line === undefined) return null;
  const facts = [t.home.lineStations(line.stationIds.length), t.home.lineDone(line.pieces)];
  if (line.target !== null) facts.push(t.home.lineTarget(number(line.target)));
  return (
    <li>
      <a href={href(`/wall/${encodeURIComponent(lineId)}`)}>
        <b>{line.name}</b>
        <span>{facts.join(" · ")}</span>
      </a>
    </li>
  );
}

/** Pages of the desk that one comes back to. */
const DESK = [
  { path: "/manage", name: "day" },
  { path: "/floor", name: "floor" },
  { path: "/manage/orders", name: "orders" },
  { path: "/prepare/stations", name: "stations" },
  // Its own link bears a station's key, and is offered beside that station.
  { path: "/prepare/stations", name: "inspect" },
  { path: "/prepare/follow", name: "follow" },
  { path: "/manage/people", name: "people" },
  { path: "/prepare/import", name: "import" },
  { path: "/manage/exports", name: "exports" },
  { path: "/manage/settings", name: "settings" },
  { path: "/manage/backups", name: "backups" },
  { path: "/manage/access", name: "access" },
  { path: "/manage/privacy", name: "privacy" },
  { path: "/manage/journal", name: "journal" },
] as const;

function Prepare() {
  const mayOpen = useMayOpen();
  const { t } = useI18n();
  const href = useHref();
  return (
    <section>
      <h2>{t.home.prepare}</h2>
      <ul class="links">
        {DESK.filter(({ path }) => mayOpen(path)).map(({ path, name }) => (
          <li key={name}>
            <a href={href(path)}>
              <b>{t.home.prepareLinks[name].title}</b>
              <span>{t.home.prepareLinks[name].hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Desk({ head }: { readonly head: BoardHead | null }) {
  const { t } = useI18n();
  const canRead = useCan("reports.read");
  const hasDay = head !== null && head.workshop !== null;
  return (
    <section>
      <h2>{t.home.forDesk}</h2>
      <ul class="links">
        {hasDay && canRead && (
          <li>
            <a href={`/api/v1/exports/daily?day=${head.day}&format=csv`} download={true}>
              <b>{t.home.csv}</b>
              <span>{t.home.csvHint}</span>
            </a>
          </li>
        )}
        <li>
          <a href="/api/docs">
            <b>{t.home.docs}</b>
            <span>{t.home.docsHint}</span>
          </a>
        </li>
      </ul>
    </section>
  );
}

/** Files of Trame's own folder: who reads them is at the computer that runs it. */
function Guides() {
  const { t } = useI18n();
  const guides = [
    { file: "README.md", title: t.home.guideStart, hint: t.home.guideStartHint },
    { file: "docs/guides/comptes.md", title: t.home.guideAccess, hint: t.home.guideAccessHint },
    { file: "docs/guides/https.md", title: t.home.guideTrust, hint: t.home.guideTrustHint },
    { file: "docs/guides/station.md", title: t.home.guideStation, hint: t.home.guideStationHint },
    { file: "docs/guides/floor.md", title: t.home.guideFloor, hint: t.home.guideFloorHint },
    { file: "docs/guides/day-report.md", title: t.home.guideDay, hint: t.home.guideDayHint },
    { file: "docs/guides/orders.md", title: t.home.guideOrders, hint: t.home.guideOrdersHint },
    { file: "docs/guides/wall.md", title: t.home.guideWall, hint: t.home.guideWallHint },
    { file: "docs/guides/import.md", title: t.home.guideImport, hint: t.home.guideImportHint },
    { file: "docs/guides/exports.md", title: t.home.guideExports, hint: t.home.guideExportsHint },
    {
      file: "docs/guides/settings.md",
      title: t.home.guideSettings,
      hint: t.home.guideSettingsHint,
    },
    {
      file: "docs/guides/vie-privee.md",
      title: t.home.guidePrivacy,
      hint: t.home.guidePrivacyHint,
    },
    { file: "docs/guides/mes-donnees.md", title: t.home.guideOwn, hint: t.home.guideOwnHint },
    { file: "docs/guides/conservation.md", title: t.home.guideKept, hint: t.home.guideKeptHint },
    { file: "docs/guides/backups.md", title: t.home.guideBackups, hint: t.home.guideBackupsHint },
    { file: "docs/guides/wire-a-counter.md", title: t.home.guideWire, hint: t.home.guideWireHint },
    { file: "docs/guides/simulate.md", title: t.home.guideTry, hint: t.home.guideTryHint },
  ];
  return (
    <section class="guides">
      <h2>{t.home.guides}</h2>
      <p class="intro">{t.home.guidesLead}</p>
      <dl>
        {guides.map(({ file, title, hint }) => (
          <div key={file}>
            <dt>{title}</dt>
            <dd>{hint}</dd>
            <dd>
              <code>{file}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
