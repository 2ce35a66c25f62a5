import { useScreen } from "../../data/screen-context.ts";
import { useI18n } from "../../i18n/i18n.ts";
import { Top } from "../../ui/top.tsx";
import { ageView, messageView, orderView } from "./top-view.ts";
import { useWall } from "./wall-context.ts";

interface WallTopProps {
  /** Lines that the page shows. */
  readonly lineIds: readonly string[];
  /** In place of their names. */
  readonly title?: string;
}

/** Workshop, line, order, message, age, clock. It follows the seconds, not the pieces. */
export function WallTop({ lineIds, title }: WallTopProps) {
  const { picture } = useScreen();
  const { head } = useWall();
  const i18n = useI18n();
  const now = picture.now.value;
  const lines = lineIds.flatMap((id) => picture.store.line(id)?.peek() ?? []);
  const only = lines.length === 1 ? lines[0] : undefined;
  const name = title ?? only?.name ?? i18n.t.wall.allLines;
  const age = { freshness: picture.freshness.value, heardAt: picture.heardAt.value, now };
  const message = lines.find((line) => line.message !== null)?.message ?? null;
  return (
    <Top
      view={{
        title: [head.workshop?.name, name].join(" — "),
        order: title === undefined ? orderView(only?.orders ?? [], i18n) : null,
        day: i18n.date(head.day),
        message: messageView(message, picture.asOf.value),
        age: ageView(age, i18n),
        clock: now === null ? null : i18n.timeParts(now),
      }}
    />
  );
}
