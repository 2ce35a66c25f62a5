import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";

/** One place up, one place down. */
export function MoveButtons(props: {
  readonly what: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
}) {
  const { what, isFirst, isLast, onMove } = props;
  const { t } = useSettingsWords();
  return (
    <>
      <button
        type="button"
        class="plain icon-only"
        aria-label={t.settings.up(what)}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <DeskIcon name="up" />
      </button>
      <button
        type="button"
        class="plain icon-only"
        aria-label={t.settings.down(what)}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <DeskIcon name="down" />
      </button>
    </>
  );
}
