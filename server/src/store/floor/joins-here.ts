import { type BundleCard, joinsAt, type PlanStation, type StationView } from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { operationCard } from "./cards.ts";

type JoinCard = NonNullable<StationView["joins"]>[number];

/** What the bundles of a line are joined for at a station: a tablet without the network goes by it. */
export function joinsOf(
  { orders }: Pick<CatalogueStore, "orders">,
  station: PlanStation,
  cards: readonly Pick<BundleCard, "orderId" | "styleId">[],
): JoinCard[] {
  const kinds = new Map(cards.map((card) => [`${card.orderId} ${card.styleId}`, card]));
  return [...kinds.values()].flatMap(({ orderId, styleId }) => {
    const routing = orders.routingOf(orderId, styleId);
    if (routing === null) return [];
    return joinsAt(routing, station).flatMap(({ operation, parts }): JoinCard[] => {
      const known = routing.operations.find(({ code }) => code === operation);
      return known === undefined
        ? []
        : [{ orderId, styleId, operation: operationCard(known), parts }];
    });
  });
}
