import type { Socket } from "node:net";

/**
 * Since Node 26 `read()` gives one buffer at a time, and Aedes reads once an event: a packet in two pieces would wait for the
 * next one. Without this a bare Aedes would stall, and the comparison be unfair to it.
 */
export function readAllAtOnce(socket: Socket): void {
  const read = socket.read.bind(socket);
  socket.read = () => {
    const first: Buffer | null = read();
    if (first === null || socket.readableLength === 0) return first;
    const chunks = [first];
    for (let chunk = read(); chunk !== null; chunk = read()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
}
