import type { ColourPattern } from "@trame/shared";
import { CountTape, type CountTapeView } from "./count-tape.tsx";
import { LineIcon } from "./line-icon.tsx";
import { Photo } from "./operation-pictogram.tsx";
import { Swatch } from "./swatch.tsx";

/** A bundle that is open here. All texts ready to be shown. */
export interface JobView {
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly colour?: { readonly swatch: string | null; readonly pattern: ColourPattern };
  }[];
  readonly photo: string | null;
  readonly count: {
    readonly n: string;
    readonly of: string | null;
    readonly unit: string;
    readonly tape: CountTapeView | null;
  };
  /** Small remarks: carried over, in repair, corrected. */
  readonly marks: readonly string[];
}

/** − and + beside the count, where something counts by itself. */
export interface CorrectionView {
  readonly minus: string;
  readonly plus: string;
  readonly onCorrect: (pieces: 1 | -1) => void;
}

/** The bundle and how far it is. */
export function JobCard(props: {
  readonly view: JobView;
  readonly correction: CorrectionView | null;
}) {
  const { facts, photo, count, marks } = props.view;
  const isCrowded = facts.length > 4 || marks.length > 0;
  return (
    <div class={isCrowded ? "card crowded" : "card"}>
      <dl class="facts">
        {facts.map(({ name, value, colour }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {colour !== undefined && <Swatch {...colour} />}
              {value}
            </dd>
          </div>
        ))}
        {photo !== null && <Photo id={photo} />}
      </dl>
      {marks.length > 0 && (
        <ul class="marks">
          {marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      )}
      <div class="count-row">
        <p class={`${count.n}${count.of ?? ""}`.length > 6 ? "count many" : "count"}>
          <span class="n">{count.n}</span>
          {count.of !== null && <span class="of">{count.of}</span>}
          <span class="u">{count.unit}</span>
        </p>
        {props.correction !== null && <Correction {...props.correction} />}
      </div>
      {count.tape !== null && <CountTape {...count.tape} />}
    </div>
  );
}

function Correction({ minus, plus, onCorrect }: CorrectionView) {
  return (
    <p class="correct">
      <button type="button" class="b soft" aria-label={minus} onClick={() => onCorrect(-1)}>
        <LineIcon name="minus" />
      </button>
      <button type="button" class="b soft" aria-label={plus} onClick={() => onCorrect(1)}>
        <LineIcon name="plus" />
      </button>
    </p>
  );
}
