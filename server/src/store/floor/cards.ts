import {
  type BundleCard,
  type BundleSheet,
  formatCode,
  type Operation,
  type OperationCard,
  type Style,
  type TicketCode,
} from "@trame/shared";

/** What a card shows that changes as the bundle goes. */
export interface CardState {
  readonly part: string | null;
  readonly inProgress: number;
  readonly rework: number;
  readonly next: readonly string[];
  readonly openAt: string | null;
  readonly isOutside: boolean;
}

/** A bundle as a station shows it. */
export function bundleCard(
  sheet: BundleSheet,
  state: CardState,
  { code, style }: { readonly code: TicketCode; readonly style: Style | null },
): BundleCard {
  const colour = style?.colours.find(({ name }) => name === sheet.colour);
  return {
    code: formatCode(code),
    orderId: sheet.orderId,
    styleId: sheet.styleId,
    styleName: style?.name ?? sheet.styleId,
    photo: style?.photo ?? null,
    size: sheet.size,
    colour: sheet.colour,
    swatch: colour?.swatch ?? null,
    pattern: colour?.pattern ?? "empty",
    shade: sheet.shade,
    part: state.part,
    pieces: state.inProgress,
    rework: state.rework,
    next: state.next,
    openAt: state.openAt,
    isOutside: state.isOutside,
  };
}

/** An operation as a station shows it. */
export function operationCard({ code, label, picture, countedBy }: Operation): OperationCard {
  return { code, label, picture: picture ?? null, countedBy };
}
