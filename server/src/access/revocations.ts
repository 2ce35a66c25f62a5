/** Tells whoever serves something for longer than a request, such as a live socket, that it must end. */
export interface Revocations {
  /** Ids of sessions, keys of programs or screens that are of no use any more, or may do something else now. */
  tell(ids: readonly string[]): void;
  /** Answers how to stop listening. */
  onRevoked(listener: (id: string) => void): () => void;
}

export function createRevocations(): Revocations {
  const listeners = new Set<(id: string) => void>();
  return {
    tell(ids) {
      for (const id of ids) for (const listener of [...listeners]) listener(id);
    },
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
