import { createCounting } from "./formats.ts";
import type { peopleRemovalFr } from "./people-removal-fr.ts";

const { count } = createCounting("en");

export const peopleRemovalEn: typeof peopleRemovalFr = {
  remove: "Remove…",
  removeOf: (pseudonym) => `Remove ${pseudonym} from the workshop`,
  title: (pseudonym) => `Remove ${pseudonym} from the workshop?`,
  before: "Today",
  after: "Afterwards",
  sheet: "Sheet and the station’s settings",
  badge: "Badge",
  skills: "Known operations",
  presence: "Presence, absences, requests",
  figures: "Pieces, minutes, reports",
  skillsBefore: (n) => (n === 0 ? "none" : count(n, "operation", "operations")),
  presenceBefore: "kept for a limited time",
  presenceAfter: "deleted, today’s too",
  figuresBefore: "without anybody’s name",
  figuresAfter: "the same, nothing moves",
  badgeAfter: "opens nothing, its number is never given again",
  sheetAfter: "deleted",
  skillsAfter: "deleted",
  reason: "Why",
  reasonHint: "The journal keeps this reason, and not whom it is about.",
  choose: "Choose…",
  reasons: {
    left: "Left the workshop",
    asked: "Asked for it",
    mistake: "Noted by mistake",
  },
  final:
    "There is no way back. Trame deletes at once, then checks that nothing of it is left in its files; recent backups still hold their sheet for a while.",
  keep: "Change nothing",
  go: (pseudonym) => `Remove ${pseudonym} for good`,
  done: "The person is removed. No figure has moved.",
};
