/** A list with one item in the place of another. `Array.prototype.with` is younger than browsers that we serve. */
export function replaced<Item>(list: readonly Item[], index: number, item: Item): Item[] {
  return list.map((each, at) => (at === index ? item : each));
}
