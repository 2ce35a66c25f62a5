import { LOOKS_KEPT_DAYS, type Look } from "@trame/shared";
import type { Modules } from "../modules.ts";
import { createLooks } from "./looks.ts";
import { REQUESTS_KEPT_DAYS } from "./person-requests.ts";

const DAY_MS = 86_400_000;

/** Puts looks on record, and forgets the old ones. */
export function createLookCommands({ sqlite }: Pick<Modules, "sqlite">) {
  const looks = createLooks(sqlite);
  const forgetAnswered = sqlite.prepare("DELETE FROM person_requests WHERE answered_at < ?");
  const forgetPins = sqlite.prepare(
    "DELETE FROM without_pin WHERE assignment_id NOT IN (SELECT id FROM assignments)",
  );
  const quietly = (work: () => void): void => sqlite.transaction(work).immediate();
  return {
    /**
     * That somebody looks is no news for any screen: it moves no clock. Once an hour where a page re-reads its list each minute,
     * unless each counts ([PD3]).
     */
    noteLook(look: Look, isEach: boolean, now: number): void {
      if (!isEach && looks.isNoted(look, now)) return;
      quietly(() => looks.note(look, now));
    },
    /** Deletes what is kept no longer; says nothing to anybody. */
    forgetLooks: (now: number): void =>
      quietly(() => {
        looks.forgetBefore(now - LOOKS_KEPT_DAYS * DAY_MS);
        forgetAnswered.run(now - REQUESTS_KEPT_DAYS * DAY_MS);
        forgetPins.run();
      }),
  };
}
