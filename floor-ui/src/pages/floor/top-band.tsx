import type { LineRow } from "@trame/shared";
import { useLocation } from "preact-iso";
import { useScreen } from "../../data/screen-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { Who } from "../access/who.tsx";
import { otherLanguage, useHref } from "../href.ts";

/** Lines, what this one sews, how old the picture is, the time. */
export function TopBand({ lineId }: { readonly lineId: string | null }) {
  const { t } = useFloorWords();
  const { store } = useScreen().picture;
  const href = useHref();
  const lines = (store.head.value?.lineIds ?? []).flatMap((id) => store.line(id)?.value ?? []);
  const line = lines.find((each) => each.lineId === lineId);
  // A phone has no room for three beside the clock: they get a row of their own.
  const isMany = lines.length > 2;
  return (
    <header class={isMany ? "fd-top many" : "fd-top"}>
      <a class="fd-brand" href={href("/")} aria-label={t.floor.home}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M7 2v7H2m15-7v7h5M7 22v-7H2m15 7v-7h5" />
        </svg>
        <b>{t.floor.brand}</b>
      </a>
      <nav class="fd-lines" aria-label={t.floor.lines}>
        {lines.map((each) => (
          <LineLink key={each.lineId} line={each} isCurrent={each.lineId === lineId} />
        ))}
      </nav>
      {line !== undefined && <Orders line={line} />}
      <div class="fd-right">
        <Freshness />
        <Tools />
        <Clock />
      </div>
      <Who />
    </header>
  );
}

function LineLink(props: { readonly line: LineRow; readonly isCurrent: boolean }) {
  const { line, isCurrent } = props;
  const { t } = useFloorWords();
  const href = useHref();
  const calls = line.calls.filter(({ takenAt }) => takenAt === null).length;
  return (
    <a
      href={href(`/floor/${encodeURIComponent(line.lineId)}`)}
      aria-current={isCurrent ? "page" : undefined}
    >
      <span>{line.name}</span>
      {calls > 0 && (
        <span class="fd-count hot">
          <span class="fd-vh">{t.floor.callsOf(calls)}</span>
          <span aria-hidden="true">{calls}</span>
        </span>
      )}
    </a>
  );
}

function Orders({ line: { orders } }: { readonly line: LineRow }) {
  const { t, number } = useFloorWords();
  const [first, ...others] = orders;
  if (first === undefined) return null;
  const more = others.length > 0 ? [`+ ${others.length}`] : [];
  return (
    <p class="fd-order">
      <b>{first.orderId}</b>
      {["", first.name, t.floor.orderPieces(number(first.pieces)), ...more].join(" · ")}
    </p>
  );
}

function Freshness() {
  const { picture } = useScreen();
  const { wall, time, number } = useFloorWords();
  const heardAt = picture.heardAt.value;
  const seconds = number(Math.max(0, ((picture.now.value ?? heardAt) - heardAt) / 1_000));
  switch (picture.freshness.value) {
    case "fresh":
      return (
        <p class="fd-fresh ok">
          <Glyph shape="ok" />
          {wall.live.upToDate(seconds)}
        </p>
      );
    case "reconnecting":
      return <p class="fd-fresh">{wall.live.reconnecting(seconds)}</p>;
    case "loading":
      return <p class="fd-fresh">{wall.live.connecting}</p>;
    default:
      return <p class="fd-fresh">{wall.live.dataOf(time(heardAt))}</p>;
  }
}

function Tools() {
  const { t, language } = useFloorWords();
  const { theme } = useScreen();
  const { url } = useLocation();
  const href = useHref();
  const isDark = theme.theme.value === "dark";
  return (
    <p class="fd-tools">
      <a href={href("/manage/orders")}>{t.floor.prepare}</a>
      <a href={otherLanguage(url, language)} lang={language === "fr" ? "en" : "fr"}>
        {t.floor.otherLanguage}
      </a>
      <button
        type="button"
        aria-label={isDark ? t.floor.light : t.floor.dark}
        onClick={theme.toggle}
      >
        <FloorIcon name={isDark ? "sun" : "moon"} />
      </button>
    </p>
  );
}

function Clock() {
  const { now } = useScreen().picture;
  const { time } = useFloorWords();
  return <p class="fd-clock">{now.value === null ? "" : time(now.value)}</p>;
}
