import {
  findOrderFaults,
  findRoutingFaults,
  findStyleFaults,
  OPERATION_PICTOGRAMS,
  type Operation,
  type Order,
  PERSON_PICTOGRAMS,
  type Routing,
  type Style,
} from "@trame/shared";
import type { CatalogueFault } from "./answer.ts";
import type { NewOperator } from "./batch.ts";
import type { StoredOrder } from "./orders.ts";
import type { View } from "./view.ts";

const OPERATIONS: ReadonlySet<string> = new Set(OPERATION_PICTOGRAMS);
const PEOPLE: ReadonlySet<string> = new Set(PERSON_PICTOGRAMS);

/** What keeps a style from being taken, beside its shape. */
export function styleFaults(style: Style, view: View): CatalogueFault[] {
  return [
    ...findStyleFaults(style),
    ...photoFaults(style.photo, { view, path: "/photo" }),
    ...missedByOrders(style, view),
  ];
}

/** A size or colour that an open order counts on stays, or its tickets could not be printed. */
function missedByOrders(style: Style, view: View): CatalogueFault[] {
  const known = view.storedStyle(style.id);
  if (known === null) return [];
  const sizes = known.sizes.filter((size) => !style.sizes.includes(size));
  const names = new Set(style.colours.map(({ name }) => name));
  const colours = known.colours.map(({ name }) => name).filter((name) => !names.has(name));
  if (sizes.length + colours.length === 0) return [];
  const orders = view.openOrders();
  const ordering = (test: (quantity: { size: string; colour: string }) => boolean) =>
    orders.find((stored) => quantitiesOf(stored, style.id).some(test))?.id;
  return [
    ...sizes.flatMap((name): CatalogueFault[] => {
      const order = ordering(({ size }) => size === name);
      return order === undefined
        ? []
        : [{ code: "size-in-use", path: "/sizes", blanks: { name, order } }];
    }),
    ...colours.flatMap((name): CatalogueFault[] => {
      const order = ordering(({ colour }) => colour === name);
      return order === undefined
        ? []
        : [{ code: "colour-in-use", path: "/colours", blanks: { name, order } }];
    }),
  ];
}

function quantitiesOf({ order }: StoredOrder, styleId: string) {
  return order.styles.find((entry) => entry.styleId === styleId)?.quantities ?? [];
}

/** What keeps a routing from being taken, beside its shape. */
export function routingFaults(routing: Routing, view: View): CatalogueFault[] {
  const isKnown = view.style(routing.styleId) !== null;
  return [
    ...(isKnown ? [] : [{ code: "style-unknown" as const, path: "/styleId" }]),
    ...findRoutingFaults(routing),
    ...pictureFaults(routing.operations, { view, path: "/operations" }),
  ];
}

/** What keeps an order from being taken, beside its shape. */
export function orderFaults(order: Order, view: View): CatalogueFault[] {
  const styles = order.styles.flatMap(({ styleId }) => view.style(styleId) ?? []);
  const routings = order.styles.flatMap(
    ({ styleId, routingVersion }) => view.routing(styleId, routingVersion) ?? [],
  );
  return [
    ...findOrderFaults(order, { styles, routings }).map((fault) =>
      fault.code === "day-invalid" ? { ...fault, blanks: { value: order.dueOn } } : fault,
    ),
    ...pictureFaults(order.kit?.packing ?? [], { view, path: "/kit/packing" }),
    ...lineFaults(order.lines ?? [], view),
  ];
}

function lineFaults(lines: readonly string[], view: View): CatalogueFault[] {
  return lines.flatMap((line, l): CatalogueFault[] => {
    const path = `/lines/${l}`;
    if (!view.hasLine(line)) return [{ code: "line-unknown", path }];
    return lines.indexOf(line) === l ? [] : [{ code: "line-duplicate", path }];
  });
}

/** What keeps somebody's entry from being taken, beside its shape. */
export function operatorFaults(
  { id, badge, pictogram }: NewOperator,
  view: View,
): CatalogueFault[] {
  const holder = badge === undefined ? null : view.operatorOf(badge);
  const isDrawn = pictogram === undefined || PEOPLE.has(pictogram);
  return [
    ...(isDrawn ? [] : [{ code: "pictogram-unknown" as const, path: "/pictogram" }]),
    ...(holder === null || holder.id === id
      ? []
      : [{ code: "badge-taken" as const, path: "/badge" }]),
  ];
}

interface Where {
  readonly view: View;
  readonly path: string;
}

function pictureFaults(
  operations: readonly Pick<Operation, "picture">[],
  { view, path }: Where,
): CatalogueFault[] {
  return operations.flatMap(({ picture }, o): CatalogueFault[] => {
    if (picture === undefined) return [];
    const at = `${path}/${o}/picture`;
    if ("photo" in picture) return photoFaults(picture.photo, { view, path: `${at}/photo` });
    return OPERATIONS.has(picture.pictogram)
      ? []
      : [{ code: "pictogram-unknown", path: `${at}/pictogram` }];
  });
}

function photoFaults(photo: string | undefined, { view, path }: Where): CatalogueFault[] {
  return photo === undefined || view.hasPhoto(photo) ? [] : [{ code: "photo-unknown", path }];
}
