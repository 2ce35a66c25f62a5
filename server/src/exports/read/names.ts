import type { ExportAsked } from "../asked.ts";
import type { Names } from "../facts.ts";
import type { Reports } from "./span.ts";

/** Whose export it is, and what its ids are called. */
export interface ReadNames {
  readonly workshop: string;
  readonly timeZone: string;
  readonly names: Names;
}

/** Until somebody names it. */
const NAMELESS = { name: "Trame", timeZone: "Europe/Paris" } as const;

/** Reads the names of a span's export. */
export async function readNames(
  reports: Reports,
  { from, to }: Pick<ExportAsked, "from" | "to">,
): Promise<ReadNames> {
  const read = await reports.readExportNames({ from, to });
  const { name, timeZone } = read.workshop ?? NAMELESS;
  return {
    workshop: name,
    timeZone,
    names: {
      ...{ lines: read.lines, stations: read.stations },
      ...{ causes: read.causes, defects: read.defects },
      styles: new Map(
        read.styles.map(({ id, name: called, sizes, colours }) => [
          id,
          { name: called, sizes, colours: colours.map((colour) => colour.name) },
        ]),
      ),
      orders: new Map(
        read.orders.map(({ id, order: { customer, reference = null } }) => [
          id,
          { customer, reference },
        ]),
      ),
    },
  };
}
