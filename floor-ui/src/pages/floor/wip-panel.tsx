import type { OperationFlow } from "@trame/shared";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { BottleneckFlag } from "../../ui/floor-desk/marks.tsx";
import type { Floor } from "./use-floor.ts";

/** More packets than this are a number, no drawing. */
const DRAWN = 14;

/** What waits before each operation, and what holds the line up. */
export function WipPanel({ floor }: { readonly floor: Floor }) {
  const { t, percent, decimal, number } = useFloorWords();
  const { flow } = floor;
  const { bottleneck, operations, balanceEfficiency, leadTimeHours } = flow;
  const withBundles = operations.filter(({ bundles }) => bundles !== null);
  const facts = [
    bottleneck === null ? null : t.floorBundles.by[bottleneck.by],
    balanceEfficiency === null ? null : t.floorBundles.balance(percent(balanceEfficiency)),
    leadTimeHours === null ? null : t.floorBundles.leadTime(decimal(leadTimeHours)),
  ].filter((fact) => fact !== null);
  return (
    <Box id="wip" title={t.floorBundles.wip} aside={t.floorBundles.wipUnit}>
      {withBundles.length === 0 && <p class="fd-calm">{t.floorBundles.wipNone}</p>}
      <ol class="fd-piles">
        {withBundles.map((operation) => (
          <Pile
            key={operation.operation}
            operation={operation}
            isBottleneck={operation.operation === bottleneck?.operation}
          />
        ))}
      </ol>
      {(floor.line.groups ?? []).map((group) => (
        <p key={group.operations.join()} class="fd-foot">
          {t.floorBundles.together({
            operations: group.operations.join(" + "),
            stations: group.stationIds.length,
            pieces: number(Math.round(group.pieces / group.operations.length)),
          })}
        </p>
      ))}
      {facts.length > 0 && <p class="fd-foot">{facts.join(" · ")}</p>}
    </Box>
  );
}

function Pile(props: { readonly operation: OperationFlow; readonly isBottleneck: boolean }) {
  const { operation, isBottleneck } = props;
  const { t, number } = useFloorWords();
  const bundles = operation.bundles ?? 0;
  const packets = Array.from({ length: Math.min(DRAWN, bundles) }, (_, index) => index);
  return (
    <li class={isBottleneck ? "neck" : ""}>
      <span>{operation.operation}</span>
      <span class="bar" aria-hidden="true">
        {packets.length === 0 && <em />}
        {packets.map((index) => (
          <i key={index} />
        ))}
      </span>
      <span class="flag">
        {isBottleneck && <BottleneckFlag class="fd-tag" label={t.floorStations.bottleneck} />}
      </span>
      <span class="n">{number(bundles)}</span>
    </li>
  );
}
