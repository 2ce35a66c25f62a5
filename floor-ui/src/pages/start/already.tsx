import { useStartWords } from "../../i18n/start.ts";
import { useHref } from "../href.ts";
import { Question } from "./step-form.tsx";

/** There is a plan that this first start did not make: it is left alone. */
export function Already({ wasBegun }: { readonly wasBegun: boolean }) {
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
      <p class="about">{wasBegun ? already.changed : already.lead}</p>
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
