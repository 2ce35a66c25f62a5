import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { openBrowserDesk } from "../../data/desk/browser-desk.ts";
import { createDeskApi } from "../../data/desk/desk-api.ts";
import { DeskContext } from "../../data/desk/desk-context.ts";
import { createErrands } from "../../data/floor/errands.ts";
import { ErrandsContext } from "../../data/floor/floor-context.ts";
import { createPatientFetch } from "../../data/floor/patient-fetch.ts";
import { createKeep } from "../../data/keep.ts";
import { useScreen } from "../../data/screen-context.ts";
import { createSignedFetch } from "../../data/session/signed-fetch.ts";
import { browserTimer } from "../../data/timer.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Guard, SignInHint } from "../access/guard.tsx";
import { DoneStrip } from "./done-strip.tsx";
import { StaleBar } from "./stale-bar.tsx";
import { TabBar } from "./tab-bar.tsx";
import { TopBand } from "./top-band.tsx";
import { useHeadroom } from "./use-headroom.ts";
import "../../styles/prepare.css";
import "../../styles/prepare-forms.css";
import "../../styles/floor-desk.css";
import "../../styles/floor-desk-blocks.css";
import "../../styles/floor-desk-figures.css";
import "../../styles/floor-desk-tiles.css";
import "../../styles/floor-desk-states.css";
import "../../styles/floor-desk-lists.css";
import "../../styles/floor-desk-flow.css";
import "../../styles/floor-desk-sheet.css";
import "../../styles/floor-desk-medium.css";
import "../../styles/floor-desk-narrow.css";

/** Band, what was done, tabs of a phone: around what is shown of a line. */
export function FloorFrame(props: {
  /** null while no line is known. */
  readonly lineId: string | null;
  readonly children: ComponentChildren;
}) {
  const { t, language } = useFloorWords();
  const { picture, session } = useScreen();
  const { freshness } = picture;
  const spoken = useRef(language);
  spoken.current = language;
  const desk = useMemo(() => openBrowserDesk(() => spoken.current, session), [session]);
  const errands = useMemo(
    () =>
      createErrands({
        api: createDeskApi({
          fetch: createSignedFetch(
            createPatientFetch(fetch.bind(globalThis), browserTimer),
            session,
          ),
          language: () => spoken.current,
        }),
        session: createKeep(() => sessionStorage),
        setTimer: browserTimer,
        random: Math.random,
        now: Date.now,
      }),
    [session],
  );
  useEffect(() => errands.close, [errands]);
  const band = useRef<HTMLDivElement>(null);
  useHeadroom(band);
  const isFresh = freshness.value === "fresh";
  useEffect(() => {
    if (isFresh) errands.wake();
  }, [isFresh, errands]);
  useEffect(() => {
    document.title = `${t.floor.title} — Trame`;
  }, [t]);
  return (
    <DeskContext.Provider value={desk}>
      <ErrandsContext.Provider value={errands}>
        <div class="fd">
          <div class="fd-over" ref={band}>
            <TopBand lineId={props.lineId} />
            <StaleBar />
          </div>
          <main class="fd-main">
            <h1 class="fd-vh">{t.floor.title}</h1>
            <Guard needs="floor.read">
              <SignInHint />
              {props.children}
            </Guard>
          </main>
          <DoneStrip />
          <TabBar />
        </div>
      </ErrandsContext.Provider>
    </DeskContext.Provider>
  );
}
