/** The one thing that came of a batch of one. */
export function onlyOne<Thing>(things: readonly Thing[]): Thing {
  const [thing] = things;
  if (thing === undefined) throw new RangeError("nothing came of a batch of one");
  return thing;
}
