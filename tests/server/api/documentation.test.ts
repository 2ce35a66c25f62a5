import { describe, expect, it } from "vitest";
import { openHttp } from "./support/open-http.ts";

interface Described {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { summary?: string; security?: object[] }>>;
}

describe("documentation", () => {
  it("[A17] every address is described, with what needs the token", async () => {
    const http = await openHttp();

    const { openapi, paths } = (await http.get("/api/openapi.json")).json as Described;

    expect(openapi).toBe("3.1.0");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security, summary }]) => {
        expect(summary, path).toBeTruthy();
        const who = (security ?? []).flatMap((each) => Object.keys(each)).join(" or ");
        return `${method} ${path}${who === "" ? "" : ` (${who})`}`;
      }),
    );
    expect(described.toSorted()).toEqual([
      "delete /api/v1/operators/{id} (admin)",
      "get /api/v1/absences (admin)",
      "get /api/v1/acts/{key} (admin)",
      "get /api/v1/addresses (admin)",
      "get /api/v1/backups (admin)",
      "get /api/v1/backups/{id}/compare (admin)",
      "get /api/v1/backups/{id}/file (admin)",
      "get /api/v1/balance/line (admin)",
      "get /api/v1/board",
      "get /api/v1/bundles",
      "get /api/v1/bundles/to-follow",
      "get /api/v1/bundles/{code}",
      "get /api/v1/bundles/{code}/story",
      "get /api/v1/calendar",
      "get /api/v1/calls",
      "get /api/v1/carried-over",
      "get /api/v1/causes",
      "get /api/v1/conflicts",
      "get /api/v1/counts",
      "get /api/v1/devices",
      "get /api/v1/differences",
      "get /api/v1/exports/daily",
      "get /api/v1/exports/evening",
      "get /api/v1/exports/{kind}",
      "get /api/v1/flow",
      "get /api/v1/health",
      "get /api/v1/imports/{kind}/example.csv",
      "get /api/v1/inspections",
      "get /api/v1/journal (admin)",
      "get /api/v1/journal/verification (admin)",
      "get /api/v1/machines",
      "get /api/v1/machines/heard",
      "get /api/v1/operators (admin)",
      "get /api/v1/operators/badges.pdf (admin)",
      "get /api/v1/orders",
      "get /api/v1/orders/overview",
      "get /api/v1/orders/{id}",
      "get /api/v1/orders/{id}/carton-labels.pdf",
      "get /api/v1/orders/{id}/cartons",
      "get /api/v1/orders/{id}/minutes",
      "get /api/v1/orders/{id}/overview",
      "get /api/v1/orders/{id}/packing-list.pdf",
      "get /api/v1/orders/{id}/progress",
      "get /api/v1/orders/{id}/story",
      "get /api/v1/orders/{id}/tickets.pdf",
      "get /api/v1/people/skills (admin)",
      "get /api/v1/people/training (admin)",
      "get /api/v1/photos/{id}",
      "get /api/v1/plan",
      "get /api/v1/plan/versions",
      "get /api/v1/presence (admin)",
      "get /api/v1/quarantine",
      "get /api/v1/privacy/documents/{kind} (admin)",
      "get /api/v1/privacy/purges (admin)",
      "get /api/v1/reports/facts",
      "get /api/v1/reports/production",
      "get /api/v1/routings",
      "get /api/v1/settings/backups (admin)",
      "get /api/v1/settings/calls (admin)",
      "get /api/v1/settings/deduce-limit (admin)",
      "get /api/v1/settings/defects (admin)",
      "get /api/v1/settings/evening-export (admin)",
      "get /api/v1/settings/pairing-code (admin)",
      "get /api/v1/settings/privacy (admin)",
      "get /api/v1/settings/quality",
      "get /api/v1/settings/screens",
      "get /api/v1/settings/to-follow (admin)",
      "get /api/v1/settings/upkeep (admin)",
      "get /api/v1/slips",
      "get /api/v1/stations/{id} (station or admin)",
      "get /api/v1/stops",
      "get /api/v1/stops/unexplained",
      "get /api/v1/styles",
      "get /api/v1/styles/{id}/learning",
      "get /api/v1/targets",
      "patch /api/v1/orders/{id} (admin)",
      "post /api/v1/amendments (admin)",
      "post /api/v1/backups (admin)",
      "post /api/v1/backups/upload (admin)",
      "post /api/v1/backups/{id}/link (admin)",
      "post /api/v1/backups/{id}/restore (admin)",
      "post /api/v1/badges (station or admin)",
      "post /api/v1/balance",
      "post /api/v1/bundles/{code}/reprint (admin)",
      "post /api/v1/bundles/{code}/void (admin)",
      "post /api/v1/calls (station or admin)",
      "post /api/v1/calls/{key}/resolve (station or admin)",
      "post /api/v1/calls/{key}/take (admin)",
      "post /api/v1/corrections (station or admin)",
      "post /api/v1/counts (station or admin)",
      "post /api/v1/dispatches (admin)",
      "post /api/v1/finishes (station or admin)",
      "post /api/v1/imports/{kind} (admin)",
      "post /api/v1/inspections (station or admin)",
      "post /api/v1/joins (station or admin)",
      "post /api/v1/machines/{stationId}/upkeep (station or admin)",
      "post /api/v1/messages (admin)",
      "post /api/v1/operators (admin)",
      "post /api/v1/operators/{id}/badge (admin)",
      "post /api/v1/orders (admin)",
      "post /api/v1/orders/{id}/cartons (admin)",
      "post /api/v1/orders/{id}/cartons/{number}/undo (admin)",
      "post /api/v1/orders/{id}/cuttings (admin)",
      "post /api/v1/orders/{id}/packings (admin)",
      "post /api/v1/photos (station or admin)",
      "post /api/v1/quarantine/{id}/dismiss (admin)",
      "post /api/v1/quarantine/{id}/release (admin)",
      "post /api/v1/returns (admin)",
      "post /api/v1/routings (admin)",
      "post /api/v1/scans (station or admin)",
      "post /api/v1/settlements (admin)",
      "post /api/v1/splits (station or admin)",
      "post /api/v1/stations/{id}/key (admin)",
      "post /api/v1/stations/{id}/own-progress (station)",
      "post /api/v1/stops (station or admin)",
      "post /api/v1/suspects/{id}/accept (admin)",
      "post /api/v1/suspects/{id}/reject (admin)",
      "post /api/v1/undos (station or admin)",
      "put /api/v1/absences (admin)",
      "put /api/v1/balance/line (admin)",
      "put /api/v1/calendar (admin)",
      "put /api/v1/causes (admin)",
      "put /api/v1/operators/{id} (admin)",
      "put /api/v1/people/skills (admin)",
      "put /api/v1/plan (admin)",
      "put /api/v1/postings (admin)",
      "put /api/v1/settings/backups (admin)",
      "put /api/v1/settings/calls (admin)",
      "put /api/v1/settings/deduce-limit (admin)",
      "put /api/v1/settings/defects (admin)",
      "put /api/v1/settings/evening-export (admin)",
      "put /api/v1/settings/pairing-code (admin)",
      "put /api/v1/settings/privacy (admin)",
      "put /api/v1/settings/quality (admin)",
      "put /api/v1/settings/screens (admin)",
      "put /api/v1/settings/to-follow (admin)",
      "put /api/v1/settings/upkeep (admin)",
      "put /api/v1/styles/{id} (admin)",
      "put /api/v1/targets (admin)",
    ]);
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
