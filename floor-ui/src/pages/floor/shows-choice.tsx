import { useFloorWords } from "../../i18n/floor-words.ts";

interface ShowsChoiceProps<Shows> {
  /** Read aloud. */
  readonly name: string;
  readonly choices: readonly Shows[];
  readonly shows: Shows;
  readonly onChoose: (shows: Shows) => void;
}

/** Which side of stations is shown: people, pieces and stops never stand beside each other ([FL8]). */
export function ShowsChoice<Shows extends "station" | "people" | "pieces">(
  props: ShowsChoiceProps<Shows>,
) {
  const { t } = useFloorWords();
  return (
    <fieldset class="fd-shows">
      <legend class="fd-vh">{props.name}</legend>
      {props.choices.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={props.shows === each}
          onClick={() => props.onChoose(each)}
        >
          {t.floorStations[each]}
        </button>
      ))}
    </fieldset>
  );
}
