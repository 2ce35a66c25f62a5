import { parentPort } from "node:worker_threads";
import { giveWay } from "../give-way.ts";
import type { JobAnswer } from "../one-at-a-time.ts";
import type { BadgesJob } from "./badge.ts";
import type { CartonsJob } from "./carton.ts";
import { createBadges } from "./create-badges.ts";
import { createCartons } from "./create-cartons.ts";
import { createTickets } from "./create-tickets.ts";
import type { TicketsJob } from "./ticket.ts";

/* The thread that draws: one document at a time, each answered before the next one is sent. */

/** What it is sent. */
export type PaperJob =
  | { readonly kind: "tickets"; readonly job: TicketsJob }
  | { readonly kind: "badges"; readonly job: BadgesJob }
  | { readonly kind: "cartons"; readonly job: CartonsJob };

function create({ kind, job }: PaperJob): Promise<Uint8Array> {
  switch (kind) {
    case "tickets":
      return createTickets(job);
    case "badges":
      return createBadges(job);
    case "cartons":
      return createCartons(job);
  }
}

async function draw(asked: PaperJob): Promise<void> {
  const result = await create(asked);
  const answer: JobAnswer<Uint8Array> = { result };
  parentPort?.postMessage(answer, [result.buffer as ArrayBuffer]);
}

giveWay();
parentPort?.on("message", (asked: PaperJob) => {
  draw(asked).catch((error: unknown) => {
    const answer: JobAnswer<Uint8Array> = { error: String(error) };
    parentPort?.postMessage(answer);
  });
});
