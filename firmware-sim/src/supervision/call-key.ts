import type { CallKind } from "@trame/shared";
import type { Api } from "../floor/api.ts";

/** The key of a call, as soon as somebody knows it. */
export interface CallKey {
  /** Empty before `read`. */
  readonly value: string;
  /** Fails as long as the call is not in the list; for good after many times. */
  read(): Promise<void>;
}

interface Calls {
  readonly calls: readonly {
    readonly key: string;
    readonly stationId: string;
    readonly call: CallKind;
    readonly resolvedAt: number | null;
  }[];
}

/** A counter that is out of reach tells of its button later, or never. */
const MOST_LOOKS = 30;

/** The key that a tablet drew itself. */
export function ownKey(value: string): CallKey {
  return { value, read: () => Promise.resolve() };
}

/** The key that the server gave to a call by a counter's button: whoever goes there reads it in the list of calls. */
export function listedKey(
  api: Pick<Api, "get">,
  { station, call }: { readonly station: string; readonly call: CallKind },
): CallKey {
  let value = "";
  let looks = 0;
  return {
    get value() {
      return value;
    },
    async read() {
      if (value !== "") return;
      const { calls } = await api.get<Calls>("/api/v1/calls");
      const found = calls.find(
        (each) => each.stationId === station && each.call === call && each.resolvedAt === null,
      );
      looks += 1;
      if (found !== undefined) value = found.key;
      else if (looks < MOST_LOOKS) throw new Error(`the call of ${station} is not there yet`);
      else throw new RangeError(`the call of ${station} has not come`);
    },
  };
}
