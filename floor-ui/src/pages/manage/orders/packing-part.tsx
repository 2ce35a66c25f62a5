import { orderPath } from "../../../data/desk/order-path.ts";
import type { CartonRows } from "../../../data/desk/order-rows.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { ReadOnly } from "../../access/allowed.tsx";
import { Waiting } from "../../prepare/said.tsx";
import { CartonList } from "./carton-list.tsx";
import { CartonPanel } from "./carton-panel.tsx";
import { KitsPanel } from "./kits-panel.tsx";
import type { OrderReads } from "./order-page.tsx";

/** What is complete, kits, and cartons. */
export function PackingPart({ reads }: { readonly reads: OrderReads }) {
  const { id } = reads.order;
  const cartons = useRead<CartonRows>(orderPath(id, "/cartons"));
  const reload = () => {
    cartons.reload();
    reads.reload();
  };
  return (
    <>
      {reads.progress.kits !== null && (
        <ReadOnly unless="orders.write">
          <KitsPanel reads={reads} onChanged={reload} />
        </ReadOnly>
      )}
      <Waiting reading={cartons} />
      {cartons.value !== null && (
        <>
          <ReadOnly unless="orders.write">
            <CartonPanel reads={reads} stock={cartons.value.stock} onMade={reload} />
          </ReadOnly>
          <CartonList reads={reads} rows={cartons.value} onChanged={reload} />
        </>
      )}
    </>
  );
}
