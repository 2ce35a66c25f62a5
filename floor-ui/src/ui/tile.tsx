import type { StationState } from "@trame/shared";
import { Glyph } from "./glyph.tsx";
import { Packets, type PacketsView } from "./packets.tsx";
import { Spark, type SparkView } from "./spark.tsx";

/** What a tile says of a station: machines and pieces, never a person. All texts ready to be shown. */
export interface TileView {
  readonly state: StationState;
  readonly number: string;
  readonly operation: string;
  /** The state in a word; null where the room need not know it. */
  readonly word: string | null;
  /** How long it has waited or stood still; null where that says nothing. */
  readonly since: string | null;
  /** Pieces, or a dash; null where neither is said. */
  readonly pieces: string | null;
  readonly expected: string | null;
  readonly spark: SparkView | null;
  /** Two short lines in place of the spark: a cause, since when there is no data. */
  readonly note: readonly string[];
  /** null where no bundles are used. */
  readonly packets: PacketsView | null;
  /** The last line where there are no packets: a pace, or what a person should look at. */
  readonly foot: { readonly text: string; readonly isMark: boolean } | null;
  /** « Goulot »; null where it is not the bottleneck. A mark beside any state, and no state. */
  readonly flag: string | null;
  /** The whole tile as a sentence. */
  readonly label: string;
}

/** Signs of an operation's name that one line holds at any size of a tile. */
const ONE_LINE = 19;

/** One station: number, operation, state by shape, word and colour, pieces, what waits before it. */
export function Tile({ view }: { readonly view: TileView }) {
  const classes = ["st", view.state];
  if (view.operation.length > ONE_LINE) classes.push("long");
  if (view.flag !== null) classes.push("neck");
  return (
    <article class={classes.join(" ")} aria-label={view.label}>
      <div class="in">
        {view.flag !== null && (
          <p class="flag">
            <Glyph shape="bottleneck" />
            {view.flag}
          </p>
        )}
        <div class="a">
          <p class="no">{view.number}</p>
          {view.state !== "support" && <Glyph shape={view.state} />}
        </div>
        <div>
          <p class="op">{view.operation}</p>
          {view.word !== null && (
            <p class="word">
              {view.word}
              {view.since !== null && <time>{view.since}</time>}
            </p>
          )}
        </div>
        <Middle view={view} />
        {view.packets === null ? (
          <p class={view.foot?.isMark === true ? "foot mark" : "foot"}>{view.foot?.text}</p>
        ) : (
          <Packets {...view.packets} />
        )}
      </div>
    </article>
  );
}

function Middle({ view }: { readonly view: TileView }) {
  return (
    <div class="mid">
      {view.pieces !== null && (
        <p class="pc">
          {view.pieces}
          {view.expected !== null && <small>{`/${view.expected}`}</small>}
        </p>
      )}
      {view.note.length > 0 && (
        <p class="cause">
          {view.note.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      {view.spark !== null && <Spark {...view.spark} />}
    </div>
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
