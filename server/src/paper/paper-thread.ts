import { parentPort } from "node:worker_threads";
import type { BadgesJob } from "./badge.ts";
import { createBadges } from "./create-badges.ts";
import { createTickets } from "./create-tickets.ts";
import type { TicketsJob } from "./ticket.ts";

/* The thread that draws: one document at a time, each answered before the next one is sent. */

/** What it is sent. */
export type PaperJob =
  | { readonly kind: "tickets"; readonly job: TicketsJob }
  | { readonly kind: "badges"; readonly job: BadgesJob };

/** What it answers. */
export type PaperAnswer = { readonly bytes: Uint8Array } | { readonly error: string };

async function draw({ kind, job }: PaperJob): Promise<void> {
  const bytes = kind === "tickets" ? await createTickets(job) : await createBadges(job);
  const answer: PaperAnswer = { bytes };
  parentPort?.postMessage(answer, [bytes.buffer as ArrayBuffer]);
}

parentPort?.on("message", (asked: PaperJob) => {
  draw(asked).catch((error: unknown) => {
    const answer: PaperAnswer = { error: String(error) };
    parentPort?.postMessage(answer);
  });
});
