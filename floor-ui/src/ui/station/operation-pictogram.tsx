import type { OperationPictogram as Name, Picture } from "@trame/shared";
import { operationDrawings } from "./operation-drawings.ts";

/** The picture of an operation: ours, or the workshop's photo of it. Nothing where it has none; always beside its words. */
export function OperationPictogram({ picture }: { readonly picture: Picture | null }) {
  if (picture === null) return null;
  if ("photo" in picture) return <Photo id={picture.photo} />;
  if (!Object.hasOwn(operationDrawings, picture.pictogram)) return null;
  const { pale, heavy, solid } = operationDrawings[picture.pictogram as Name];
  return (
    <svg class="op" viewBox="0 0 48 34" aria-hidden="true">
      <path class="op-pale" d={pale} />
      {solid !== undefined && <path class="op-solid" d={solid} />}
      <path class="op-heavy" d={heavy} />
    </svg>
  );
}

/** A photo of the workshop; the words beside it say what it shows. */
export function Photo({ id }: { readonly id: string }) {
  return <img class="photo" src={`/api/v1/photos/${encodeURIComponent(id)}`} alt="" />;
}
