/** Names something withheld, as the store does. */
export interface SuspectKey {
  readonly bootId: number;
  readonly seq: number;
}

/** An opaque id that is safe in an address: `12-345`. */
export function suspectId({ bootId, seq }: SuspectKey): string {
  return `${bootId}-${seq}`;
}

/** Reads an id; null for what is none. */
export function parseSuspectId(id: string): SuspectKey | null {
  const [, bootId, seq] = /^(\d{1,15})-(\d{1,15})$/.exec(id) ?? [];
  return bootId === undefined || seq === undefined
    ? null
    : { bootId: Number(bootId), seq: Number(seq) };
}
