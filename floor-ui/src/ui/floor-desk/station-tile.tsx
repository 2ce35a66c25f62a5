import type { StationState } from "@trame/shared";
import { Spark, type SparkView } from "../spark.tsx";
import { PersonPictogram } from "../station/person-pictogram.tsx";
import { FloorIcon } from "./floor-icon.tsx";
import { BottleneckFlag, StateGlyph } from "./marks.tsx";

/** What the supervisor sees of a station: its state and who is there, or its pieces, never both side by side. */
export interface StationTileView {
  readonly stationId: string;
  readonly state: StationState;
  /** « Poste 7 », and its number alone. */
  readonly name: string;
  readonly number: string;
  readonly operation: string;
  readonly word: string;
  /** How long it has waited or stood still. */
  readonly since: string | null;
  /** null where a person stands beside, or where no pace is shown. */
  readonly pieces: { readonly value: string; readonly expected: string | null } | null;
  readonly spark: SparkView | null;
  /** A cause, or since when there is no data. */
  readonly note: string | null;
  readonly people: readonly { readonly name: string; readonly pictogram: string | null }[];
  /** Said in place of a person where nobody is there. */
  readonly nobody: string | null;
  /** Bundles that wait for it, as a number and in words; null where none are used. */
  readonly packets: { readonly bundles: number; readonly label: string } | null;
  /** The word on the flag; null where it is not the bottleneck. */
  readonly bottleneck: string | null;
}

export interface StationTileProps {
  readonly view: StationTileView;
  readonly place: { readonly row: number; readonly column: number };
  readonly onOpen: () => void;
}

/** A station on the supervisor's floor; a touch opens what can be done about it. */
export function StationTile({ view, place, onOpen }: StationTileProps) {
  const { state, pieces, note, people, packets, bottleneck } = view;
  const classes = ["fd-st", state, ...(bottleneck === null ? [] : ["neck"])];
  return (
    <button
      type="button"
      class={classes.join(" ")}
      style={{ "--row": place.row, "--column": place.column }}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <span class="a">
        <span class="fd-vh">{view.name}</span>
        <span class="no" aria-hidden="true">
          {view.number}
        </span>
        <StateGlyph state={state} />
      </span>
      <span class="op">{view.operation}</span>
      {bottleneck !== null && <BottleneckFlag class="fd-flag" label={bottleneck} />}
      <span class="word">
        {view.word}
        {view.since !== null && <span>{view.since}</span>}
      </span>
      <span class="m">
        {pieces !== null && (
          <span>
            {pieces.value}
            {pieces.expected !== null && <small>{` / ${pieces.expected}`}</small>}
          </span>
        )}
        {note !== null && <small class={pieces === null ? "note alone" : "note"}>{note}</small>}
        {note === null && view.spark !== null && <Spark {...view.spark} />}
      </span>
      <span class="p">
        {people.length > 0 ? <People people={people} /> : <span>{view.nobody}</span>}
        {packets !== null && (
          <b>
            <FloorIcon name="bundle" />
            <span aria-hidden="true">{packets.bundles}</span>
            <span class="fd-vh">{packets.label}</span>
          </b>
        )}
      </span>
    </button>
  );
}

function People({ people }: Pick<StationTileView, "people">) {
  return (
    <span class="who">
      {people.map(({ name, pictogram }) => (
        <span key={name}>
          <PersonPictogram name={pictogram} />
          <span class="name" title={name}>
            {name}
          </span>
        </span>
      ))}
    </span>
  );
}
