import type { Picture } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { Glyph } from "../glyph.tsx";
import { LineIcon } from "./line-icon.tsx";
import { OperationPictogram } from "./operation-pictogram.tsx";
import { PersonPictogram } from "./person-pictogram.tsx";

/** Who and where, and whether the server hears. */
export interface BarView {
  /** Without a name where none may stand beside a count. */
  readonly who: { readonly pictogram: string | null; readonly name: string | null } | null;
  /** The others who are here, as pictograms with their pseudonyms. */
  readonly others: readonly {
    readonly id: string;
    readonly pictogram: string | null;
    readonly name: string | null;
  }[];
  /** Said of a pictogram without a name. */
  readonly somebody: string;
  readonly station: string;
  readonly operation: string;
  readonly picture: Picture | null;
  readonly link: { readonly isConnected: boolean; readonly text: string };
}

/** The head of the station; `children` are its controls. */
export function StationBar(props: {
  readonly view: BarView;
  readonly children?: ComponentChildren;
}) {
  const { who, others, somebody, station, operation, picture, link } = props.view;
  return (
    <header class="bar">
      {who !== null && (
        <p class="who">
          {who.name === null ? (
            <span role="img" aria-label={somebody}>
              <PersonPictogram name={who.pictogram} />
            </span>
          ) : (
            <>
              <PersonPictogram name={who.pictogram} />
              {who.name}
            </>
          )}
        </p>
      )}
      {others.length > 0 && (
        <p class="others">
          {others.map(({ id, pictogram, name }) => (
            <span key={id} role="img" aria-label={name ?? somebody} title={name ?? undefined}>
              <PersonPictogram name={pictogram} />
            </span>
          ))}
        </p>
      )}
      <div class="where">
        <OperationPictogram picture={picture} />
        <h1>
          <b>{station}</b> {operation}
        </h1>
      </div>
      <div class="end">
        <p class={link.isConnected ? "ok" : "ok away"} role="status">
          {link.isConnected ? <Glyph shape="ok" /> : <LineIcon name="cloud-off" />}
          {link.text}
        </p>
        {props.children}
      </div>
    </header>
  );
}
