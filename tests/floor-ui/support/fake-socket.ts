import type { LiveMessage } from "@trame/shared";
import type { LiveSocket, SocketEvents } from "../../../floor-ui/src/data/live.ts";

/** A connection that the test holds by its other end. */
export interface FakeSocket {
  readonly sent: readonly unknown[];
  readonly isClosed: boolean;
  open(): void;
  tell(message: LiveMessage): void;
  tellText(text: string): void;
  drop(): void;
}

/** Hands out fake connections and keeps them in the order in which they were asked for. */
export function createFakeSockets() {
  const sockets: FakeSocket[] = [];
  return {
    sockets,
    /** The one in use. */
    last: () => sockets[sockets.length - 1]!,
    openSocket(events: SocketEvents): LiveSocket {
      const sent: unknown[] = [];
      let isClosed = false;
      sockets.push({
        sent,
        get isClosed() {
          return isClosed;
        },
        open: events.onOpen,
        tell: (message) => events.onText(JSON.stringify(message)),
        tellText: events.onText,
        drop: events.onClose,
      });
      return {
        send: (text) => sent.push(JSON.parse(text)),
        close() {
          isClosed = true;
        },
      };
    },
  };
}
