import { mayShow } from "../data/session/may-show.ts";
import { useSession } from "../data/session/use-session.ts";
import { DESK_MENU } from "./prepare/desk-menu.ts";

/** Whether whoever is here may see the page of the desk at an address; an address that is no page of the desk is anybody's ([AU4]). */
export function useMayOpen(): (path: string) => boolean {
  const me = useSession().me.value;
  const entries = DESK_MENU.flatMap((group) => group.entries);
  return (path) => {
    const entry = entries.find((each) => each.path === path);
    return entry === undefined || (me !== null && mayShow(me, entry.needs));
  };
}
