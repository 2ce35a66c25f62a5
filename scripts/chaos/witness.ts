import { decodeCounts, type Sample } from "@trame/shared";

/** A sample that the broker has acknowledged: the server has promised to keep it. */
export interface Acknowledged {
  readonly device: string;
  readonly boot: string;
  readonly sample: Sample;
}

/** Stands at the wire and writes down what was promised. */
export interface Witness {
  /** A message of a device was acknowledged. */
  acknowledged(device: string, payload: string): void;
  readonly promises: readonly Acknowledged[];
}

export function createWitness(): Witness {
  const promises: Acknowledged[] = [];
  return {
    promises,
    acknowledged(device, payload) {
      const decoded = decodeCounts(payload);
      if (!decoded.ok) throw new Error(`${device} sent what nobody can read: ${decoded.fault}`);
      const { boot, samples } = decoded.message;
      for (const sample of samples) promises.push({ device, boot, sample });
    },
  };
}
