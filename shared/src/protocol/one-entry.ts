/**
 * One entry of a `counts` or `events` message as it is kept in quarantine: without the outer `up`, which a repetition
 * changes, so that the same entry sent again is the same bytes.
 * @param entry the boot id, the list it stood in, and its JSON
 */
export function encodeOneEntry(entry: {
  readonly boot: string;
  readonly list: "samples" | "events";
  readonly raw: string;
}): string {
  return `{"boot":"${entry.boot}","${entry.list}":[${entry.raw}]}`;
}
