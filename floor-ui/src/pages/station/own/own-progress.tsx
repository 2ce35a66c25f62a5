import type { ToldProgress } from "@trame/shared";
import { useOwnWords } from "../../../i18n/own-data.ts";

/** Somebody's own pace against their own first days; nobody else's is near it. */
export function OwnProgressRows({ progress }: { readonly progress: readonly ToldProgress[] }) {
  const { t, language, number } = useOwnWords();
  return (
    <>
      <p class="lead">{progress.length === 0 ? t.progressNone : t.progressLead}</p>
      <ul class="rows">
        {progress.map(({ label, daysWorked, first, latest }) => (
          <li key={label.fr}>
            <p>
              <b>{language === "en" ? (label.en ?? label.fr) : label.fr}</b>
              <span>{t.progressDays(daysWorked)}</span>
            </p>
            <p>
              {first === null || latest === null
                ? t.progressFew
                : t.progressPace(number(first), number(latest))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
