import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Icon } from "../../ui/icon.tsx";
import { Legend } from "../../ui/legend.tsx";
import { legendView } from "./legend-view.ts";
import type { Page } from "./paging.ts";
import { useWall } from "./wall-context.ts";

interface WallLegendProps {
  readonly page: Page;
  readonly current: number;
  readonly total: number;
}

/** The line under the stations: which figure is which, which page this is, light or dark. */
export function WallLegend({ page, current, total }: WallLegendProps) {
  const { picture } = useScreen();
  const { head } = useWall();
  const i18n = useI18n();
  const { wall } = i18n.t;
  const asOf = picture.asOf.value;
  const pages = { current, total, label: wall.pages(current, total) };
  if (page.kind === "overview") {
    return (
      <Legend large={null} text={wall.legendLines} packets={null} pages={pages}>
        <ThemeButton />
      </Legend>
    );
  }
  const { parts } = page;
  const hasTarget = parts.some(
    ({ lineId }) => (picture.store.line(lineId)?.peek().target ?? null) !== null,
  );
  const hasPackets = parts
    .flatMap(({ stationIds }) => stationIds)
    .some((id) => (picture.store.station(id)?.peek().waiting ?? null) !== null);
  return (
    <Legend
      {...legendView({ head, asOf, i18n }, hasTarget)}
      packets={hasPackets ? wall.legendPackets : null}
      pages={pages}
    >
      <ThemeButton />
    </Legend>
  );
}

/** Light or dark, of this screen. */
export function ThemeButton() {
  const { theme } = useScreen();
  const { wall } = useI18n().t;
  const isDark = theme.theme.value === "dark";
  return (
    <button
      class="theme"
      type="button"
      aria-label={isDark ? wall.light : wall.dark}
      onClick={theme.toggle}
    >
      <Icon name={isDark ? "sun" : "moon"} />
    </button>
  );
}
