import type { OpenBundle, StationView } from "@trame/shared";
import { useI18n } from "../../i18n/i18n.ts";
import { JobCard } from "../../ui/station/job-card.tsx";
import { LineIcon } from "../../ui/station/line-icon.tsx";
import { useDesk } from "./desk.ts";
import { countsItself, jobView } from "./job-view.ts";
import { cardLine } from "./words.ts";

/** The open bundle, or what to scan. */
export function Job(props: { readonly view: StationView; readonly open: OpenBundle | null }) {
  const { view, open } = props;
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  if (open === null) return <Waiting view={view} />;
  const correction = {
    minus: station.minus,
    plus: station.plus,
    onCorrect: (pieces: 1 | -1) => void model.correct(pieces, open.code),
  };
  return (
    <div class="open">
      <JobCard view={jobView(open, i18n)} correction={countsItself(open) ? correction : null} />
      <OthersOpen view={view} shown={open} />
    </div>
  );
}

/** One person on several bundles is normal: a touch shows another one. */
function OthersOpen({ view, shown }: { readonly view: StationView; readonly shown: OpenBundle }) {
  const { picked } = useDesk();
  const { station } = useI18n().t;
  const others = view.open.filter(({ code }) => code !== shown.code);
  if (others.length === 0) return null;
  return (
    <p class="also">
      {station.alsoOpen}
      {others.map(({ code }) => (
        <button
          key={code}
          type="button"
          class="b soft"
          onClick={() => {
            picked.value = code;
          }}
        >
          {code}
        </button>
      ))}
    </p>
  );
}

function Waiting({ view }: { readonly view: StationView }) {
  const { model } = useDesk();
  const i18n = useI18n();
  const { station } = i18n.t;
  const [part] = model.gathered.value;
  if (part !== undefined) return <WaitingForPart code={part} />;
  return (
    <div class="card waiting">
      <LineIcon name="scan-qr-code" />
      <p class="t">{station.scanBundle}</p>
      <p class="s">{station.scanBundleHint}</p>
      <p class="next">
        {view.next === null ? (
          station.nextNone
        ) : (
          <>
            <span>{station.next}</span>
            <b>{cardLine(view.next, i18n)}</b>
          </>
        )}
      </p>
    </div>
  );
}

/** A part was scanned where parts come together: the other one is asked for, and no bundle is proposed. */
function WaitingForPart({ code }: { readonly code: string }) {
  const { station } = useI18n().t;
  return (
    <div class="card waiting">
      <LineIcon name="combine" />
      <p class="t">{station.joinTitle}</p>
      <p class="s">{station.joinText(code)}</p>
    </div>
  );
}
