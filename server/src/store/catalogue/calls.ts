import type { createCatalogueCommands } from "./commands.ts";
import type { createCatalogueReads } from "./reads.ts";

/** Names of the catalogue's commands, which the writer's thread answers. */
export const CATALOGUE_COMMANDS: readonly (keyof ReturnType<typeof createCatalogueCommands>)[] = [
  "addOperator",
  "changeOrder",
  "checkCatalogue",
  "cutOrder",
  "packKits",
  "putCatalogue",
  "putPhoto",
  "renewBadge",
  "reprintTicket",
  "voidTicket",
];

/** Names of the catalogue's reads, which the reports' thread answers. */
export const CATALOGUE_READS: readonly (keyof ReturnType<typeof createCatalogueReads>)[] = [
  "readOperators",
  "readOrder",
  "readOrders",
  "readPhoto",
  "readProgress",
  "readRoutings",
  "readStyles",
  "readTickets",
];
