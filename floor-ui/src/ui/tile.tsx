import type { StationState } from "@trame/shared";
import { Glyph } from "./glyph.tsx";
import { Spark, type SparkView } from "./spark.tsx";

/** What a tile says of a station: machines and pieces, never a person. All texts ready to be shown. */
export interface TileView {
  readonly state: StationState;
  readonly number: string;
  readonly operation: string;
  /** The state in a word. */
  readonly word: string;
  /** How long it has waited or stood still; null where that says nothing. */
  readonly since: string | null;
  /** Pieces, or a dash. */
  readonly pieces: string;
  readonly expected: string | null;
  readonly spark: SparkView | null;
  /** Two short lines in place of the spark: a cause, since when there is no data. */
  readonly note: readonly string[];
  /** The last line: a pace, or what a person should look at. */
  readonly foot: { readonly text: string; readonly isMark: boolean } | null;
  /** The whole tile as a sentence. */
  readonly label: string;
}

/** Signs of an operation's name that one line holds at any size of a tile. */
const ONE_LINE = 19;

/** One station: number, operation, state by shape, word and colour, pieces. */
export function Tile({ view }: { readonly view: TileView }) {
  const classes = ["st", view.state];
  if (view.operation.length > ONE_LINE) classes.push("long");
  return (
    <article class={classes.join(" ")} aria-label={view.label}>
      <div class="in">
        <div class="a">
          <p class="no">{view.number}</p>
          <Glyph shape={view.state === "support" ? "running" : view.state} />
        </div>
        <div>
          <p class="op">{view.operation}</p>
          <p class="word">
            {view.word}
            {view.since !== null && <time>{view.since}</time>}
          </p>
        </div>
        <div class="mid">
          <p class="pc">
            {view.pieces}
            {view.expected !== null && <small>{`/${view.expected}`}</small>}
          </p>
          {view.note.length > 0 && (
            <p class="cause">
              {view.note.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </p>
          )}
          {view.spark !== null && <Spark {...view.spark} />}
        </div>
        <p class={view.foot?.isMark === true ? "foot mark" : "foot"}>{view.foot?.text}</p>
      </div>
    </article>
  );
}

/** The place of a station before the first snapshot: grey, with its number. */
export function BlankTile({ number }: { readonly number: string }) {
  return (
    <article class="st blank">
      <div class="in">
        <div class="a">
          <p class="no">{number}</p>
        </div>
      </div>
    </article>
  );
}
