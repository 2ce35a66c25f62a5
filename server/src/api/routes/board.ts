import type { Api, RouteDeps } from "../api.ts";
import { BoardSchema } from "../board-schema.ts";

export function routeBoard(app: Api, { live }: RouteDeps): void {
  const schema = {
    summary: "All that the walls show",
    tags: ["state"],
    response: { 200: BoardSchema },
  };
  app.get("/api/v1/board", { schema }, () => live.readBoard());
}
