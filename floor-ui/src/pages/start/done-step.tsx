import { useEffect } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import type { StartDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { useHref } from "../href.ts";
import { stationIdOf } from "./plan-of.ts";
import { Question } from "./step-form.tsx";

/** Where one goes from here, by what one comes to do. */
const NEXT = [
  { name: "wall", path: "/wall" },
  { name: "station", path: "/prepare/stations" },
  { name: "day", path: "/manage" },
  { name: "orders", path: "/manage/orders" },
  { name: "people", path: "/manage/people" },
  { name: "settings", path: "/manage/settings" },
] as const;

/** The end: what is counted, and where to go next. What was kept of the questions is forgotten once this is left. */
export function DoneStep({ draft }: { readonly draft: StartDraft }) {
  const { t, number } = useStartWords();
  const { picture, firstStart } = useScreen();
  const href = useHref();
  useEffect(() => () => firstStart.forget(), [firstStart]);
  const isThere = picture.store.head.value !== null;
  const row = isThere ? picture.store.station(stationIdOf(draft.station))?.value : undefined;
  const pieces = row?.pieces ?? 0;
  const { done } = t;
  return (
    <section class="st-card">
      <Question text={pieces > 0 ? done.title : done.titleQuiet} />
      <p class="about">
        {pieces > 0
          ? `${number(pieces)}\u00a0${t.piece.pieces(pieces)} ${t.piece.at(row?.name ?? "")}`
          : done.notYet}
      </p>
      {draft.way === "trial" && (
        <p class="about">
          {done.trialStays} <a href={href("/manage/machines")}>{done.machines}</a>
        </p>
      )}
      <h2>{done.next}</h2>
      <ul class="st-next">
        {NEXT.map(({ name, path }) => (
          <li key={name}>
            <a href={href(path)}>
              <b>{done[name].title}</b>
              <small>{done[name].hint}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
