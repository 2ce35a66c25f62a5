import { useScreen } from "../screen-context.ts";

/** « Poste 5 » of S05, as the plan names it; the id where no plan does. */
export function useStationName(): (stationId: string) => string {
  const { store } = useScreen().picture;
  return (stationId) => store.station(stationId)?.value.name ?? stationId;
}
