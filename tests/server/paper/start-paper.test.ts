import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTickets } from "../../../server/src/paper/create-tickets.ts";
import { type Paper, startPaper } from "../../../server/src/paper/start-paper.ts";
import { job, ticket } from "./support/ticket-builder.ts";

function open(): Paper {
  const paper = startPaper();
  onTestFinished(() => paper.close());
  return paper;
}

const tickets = Array.from({ length: 64 }, (_, index) => ticket({ number: index + 1 }));

describe("drawing documents", () => {
  it("[V10] a document drawn in a thread has the bytes that it has anywhere", async () => {
    const bytes = await open().tickets(job());
    expect(Buffer.from(bytes!).equals(await createTickets(job()))).toBe(true);
  });

  it("[V10] the thread that asks goes on with its work meanwhile, drawing it would not", async () => {
    const paper = open();
    const longestPauseOf = async (draw: () => Promise<unknown>): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await draw();
      delay.disable();
      return delay.count;
    };
    // While drawn here, the loop turns once a page; while drawn elsewhere, about every millisecond.
    const here = await longestPauseOf(() => createTickets(job({ tickets })));
    const elsewhere = await longestPauseOf(() => paper.tickets(job({ tickets })));
    expect(here).toBeLessThan(60);
    expect(elsewhere).toBeGreaterThan(2 * here);
  });

  it("[V10] of more than eight at once the next is refused, and all the others are drawn", async () => {
    const paper = open();
    const asked = Array.from({ length: 9 }, () => paper.tickets(job()));
    const drawn = await Promise.all(asked);
    expect(drawn.map((bytes) => bytes !== null)).toEqual([...Array(8).fill(true), false]);
    expect(await paper.tickets(job())).not.toBeNull();
  });

  it("[V10] what can't be drawn fails alone", async () => {
    const paper = open();
    const order = { id: "2026-0", number: 0 };
    const [failed, drawn] = await Promise.allSettled([
      paper.tickets(job({ order })),
      paper.tickets(job()),
    ]);
    expect([failed.status, drawn.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("[R22] closing ends what is being drawn, and tells whoever waits for it", async () => {
    const paper = startPaper();
    const asked = [paper.tickets(job({ tickets })), paper.tickets(job())];
    const settled = Promise.allSettled(asked);
    await paper.close();
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
