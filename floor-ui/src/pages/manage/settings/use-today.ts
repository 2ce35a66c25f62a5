import { useScreen } from "../../../data/screen-context.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** Today in the workshop, YYYY-MM-DD; by this computer's clock until the server has said. */
export function useToday(): string {
  const { dayOf } = useSettingsWords();
  const { picture } = useScreen();
  // The page is not drawn anew with each second: a day is all that is asked.
  return dayOf(picture.now.peek() ?? Date.now());
}
