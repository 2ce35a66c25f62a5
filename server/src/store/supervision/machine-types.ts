import { bare, type PlanStation } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";

/** What the routings call the machine of a station's operation; null where none names it. */
export type MachineTypeOf = (station: PlanStation) => string | null;

/** Reads what machines are called; where several routings name an operation, the newest does. */
export function createMachineTypes(
  sqlite: Database,
  { routings }: Pick<CatalogueStore, "routings">,
): () => MachineTypeOf {
  const styles = sqlite
    .prepare<[], string>(
      "SELECT style_id FROM routings GROUP BY style_id ORDER BY max(recorded_at) DESC, style_id",
    )
    .pluck();
  return () => {
    const types = new Map<string, string>();
    const operations = styles.all().flatMap((id) => routings.latest(id)?.operations ?? []);
    for (const { code, label, machine } of operations) {
      for (const name of [bare(label.fr), bare(code)]) {
        if (!types.has(name)) types.set(name, machine);
      }
    }
    return ({ operation }) => types.get(bare(operation)) ?? null;
  };
}
