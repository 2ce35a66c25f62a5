import { parentPort } from "node:worker_threads";
import type { JobAnswer } from "../one-at-a-time.ts";
import type { BadgesJob } from "./badge.ts";
import { createBadges } from "./create-badges.ts";
import { createTickets } from "./create-tickets.ts";
import type { TicketsJob } from "./ticket.ts";

/* The thread that draws: one document at a time, each answered before the next one is sent. */

/** What it is sent. */
export type PaperJob =
  | { readonly kind: "tickets"; readonly job: TicketsJob }
  | { readonly kind: "badges"; readonly job: BadgesJob };

async function draw({ kind, job }: PaperJob): Promise<void> {
  const result = kind === "tickets" ? await createTickets(job) : await createBadges(job);
  const answer: JobAnswer<Uint8Array> = { result };
  parentPort?.postMessage(answer, [result.buffer as ArrayBuffer]);
}

parentPort?.on("message", (asked: PaperJob) => {
  draw(asked).catch((error: unknown) => {
    const answer: JobAnswer<Uint8Array> = { error: String(error) };
    parentPort?.postMessage(answer);
  });
});
