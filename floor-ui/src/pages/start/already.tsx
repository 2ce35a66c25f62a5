import { useEffect, useState } from "preact/hooks";
import { useScreen } from "../../data/screen-context.ts";
import { useStartWords } from "../../i18n/start.ts";
import { useHref } from "../href.ts";
import { Question } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

/** There is a plan that this first start did not make: it is left alone, or gone on from as it stands. */
export function Already({ start }: { readonly start: Start }) {
  const { theirs } = start;
  const { firstStart } = useScreen();
  const [wasBegun] = useState(start.draft.saved !== null);
  // Nothing is left to resume: the home page leads here no more.
  useEffect(() => {
    if (theirs === null) firstStart.forget();
  }, [firstStart, theirs]);
  const { already } = useStartWords().t;
  const href = useHref();
  const links = [
    ["/", already.home],
    ["/manage/machines", already.machines],
    ["/prepare/stations", already.stations],
    ["/manage/settings", already.settings],
  ] as const;
  return (
    <section class="st-card">
      <Question text={already.title} />
      {theirs === null ? (
        <p class="about">{wasBegun ? already.changed : already.lead}</p>
      ) : (
        <>
          <p class="about">{already.mayGoOn}</p>
          <div class="st-turn">
            <button type="button" class="act" onClick={() => start.goOnWith(theirs)}>
              {already.goOn}
            </button>
          </div>
        </>
      )}
      <ul class="st-next">
        {links.map(([path, label]) => (
          <li key={path}>
            <a href={href(path)}>
              <b>{label}</b>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
