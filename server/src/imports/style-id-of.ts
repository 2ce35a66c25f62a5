import type { Style } from "@trame/shared";
import { plain } from "./columns.ts";

/** The id of the style that a cell means; the cell itself where it names none, or several. */
export type StyleIdOf = (cell: string) => string;

/** People write a style as screens show it, by its name: its id is a name for programs ([I14]). */
export function createStyleIdOf(styles: readonly Pick<Style, "id" | "name">[]): StyleIdOf {
  function only(matches: (style: Pick<Style, "id" | "name">) => boolean): string | null {
    const [found, ...others] = styles.filter(matches);
    return found === undefined || others.length > 0 ? null : found.id;
  }

  return (cell) =>
    only(({ id }) => id === cell) ??
    only(({ id }) => plain(id) === plain(cell)) ??
    only(({ name }) => plain(name) === plain(cell)) ??
    cell;
}
