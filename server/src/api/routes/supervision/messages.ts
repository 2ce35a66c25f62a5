import { MessageBody } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { actResponse } from "../floor/acts.ts";
import { createSenders } from "../floor/senders.ts";

/** What a supervisor tells the room. */
export function routeMessages(app: Api, deps: RouteDeps): void {
  const { admin } = createSenders(deps);
  const schema = {
    summary: "A sentence for the walls, of a line or of all; null takes it away",
    tags: ["supervising"],
    body: MessageBody,
    response: actResponse,
  };
  app.post("/api/v1/messages", { schema }, (request, reply) =>
    admin({ kind: "message", body: request.body }, request, reply),
  );
}
