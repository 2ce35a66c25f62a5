import { useRef } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import { useQualityTargets } from "../../data/use-quality-targets.ts";
import { Strip } from "../../ui/strip.tsx";
import { seeCalls } from "./calls-view.ts";
import { lookAtLine, nameStations } from "./rows.ts";
import { stripView } from "./strip-view.ts";
import { useChime } from "./use-chime.ts";
import { useScene } from "./wall-context.ts";

interface WallStripProps {
  /** Lines whose figures the page shows. */
  readonly shownIds: readonly string[];
  /** All lines of the wall. */
  readonly lineIds: readonly string[];
}

/** The strip at the foot: it looks at all lines of the wall, whichever page is shown, once a second. */
export function WallStrip({ shownIds, lineIds }: WallStripProps) {
  const { picture } = useScreen();
  const scene = useScene();
  const targets = useQualityTargets();
  const { store } = picture;
  const calls = lineIds.flatMap((id) => store.line(id)?.peek().calls ?? []);
  const seenAt = useRef<ReadonlyMap<string, number> | null>(null);
  seenAt.current = seeCalls(seenAt.current, calls, scene.asOf);
  const isOld = picture.freshness.value !== "fresh";
  useChime(isOld ? [] : calls, scene.asOf);
  const [only, ...others] = shownIds;
  const view = stripView({
    ...scene,
    stations: nameStations(store, lineIds),
    calls,
    seenAt: seenAt.current,
    targets,
    quality: shownIds.map((id) => store.line(id)?.peek().quality ?? null),
    shown: only === undefined || others.length > 0 ? null : lookAtLine(store, only),
    isOld,
  });
  return <Strip view={view} />;
}
