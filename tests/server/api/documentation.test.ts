import { describe, expect, it } from "vitest";
import { ROUTE_PERMISSIONS } from "../../../server/src/api/access/route-permissions.ts";
import { openHttp } from "./support/open-http.ts";

interface Described {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<string, { summary?: string; security?: Record<string, string[]>[] }>
  >;
}

describe("documentation", () => {
  it("[A17] every address is described, with what it needs", async () => {
    const http = await openHttp();

    const { openapi, paths } = (await http.get("/api/openapi.json")).json as Described;

    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security = [], summary }]) => {
        expect(summary, path).toBeTruthy();
        const needed = new Set(security.flatMap((each) => Object.values(each)).flat());
        const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
        return [route, [...needed].join(", ") || "public"];
      }),
    );
    // What is shown to people and not called by programs is in no description.
    const wanted = [...ROUTE_PERMISSIONS].filter(([route]) => / \/api\/v1\//.test(route));
    const shown = wanted.filter(([route]) => route !== "GET /api/v1/live");
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(shown));
  });

  it("[A17] a page shows it, loaded from this server alone", async () => {
    const http = await openHttp();

    const { status, headers, text } = await http.get("/api/docs/");

    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("text/html");
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, file] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const url = new URL(file ?? "", "http://server/api/docs/").pathname;
      expect((await http.get(url)).status, url).toBe(200);
    }
  });
});

describe("metrics", () => {
  it("[A17] Prometheus reads connections, screens, the clock and how long answers took", async () => {
    const http = await openHttp();
    await http.get("/api/v1/health");
    await http.get("/nowhere");

    const { headers, text } = await http.get("/metrics");

    expect(headers["content-type"]).toContain("text/plain; version=0.0.4");
    const lines = text.split("\n");
    expect(lines).toContain("trame_mqtt_connections 0");
    expect(lines).toContain("trame_live_watchers 0");
    expect(lines).toContain("trame_log_clock 0");
    const count = "trame_http_request_duration_seconds_count";
    expect(lines).toContain(`${count}{method="GET",route="/api/v1/health",status="200"} 1`);
    expect(lines).toContain(`${count}{method="GET",route="unknown",status="404"} 1`);
  });
});
