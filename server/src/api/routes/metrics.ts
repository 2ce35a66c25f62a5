import { Gauge, Histogram, Registry } from "prom-client";
import type { Api, RouteDeps } from "../api.ts";

/** Figures for Prometheus, in a registry of their own. */
export function routeMetrics(app: Api, { devices, live }: RouteDeps): void {
  const registry = new Registry();
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    const collect = async (): Promise<void> => metric.set(await read());
    const metric = new Gauge({ name, help, registers: [registry], collect });
  };
  gauge("trame_mqtt_connections", "Open MQTT connections", () => devices.connections());
  gauge("trame_devices_online", "Devices connected now", () => devices.online.size);
  gauge("trame_live_watchers", "Screens that watch now", () => live.watchers);
  gauge(
    "trame_log_clock",
    "Writing transactions so far",
    async () => (await live.readBoard()).clock,
  );
  gauge("process_resident_memory_bytes", "Resident memory", () => process.memoryUsage.rss());
  const durations = new Histogram({
    name: "trame_http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });

  app.addHook("onResponse", (request, reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? "unknown";
    durations.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) => {
    reply.type(registry.contentType);
    return await registry.metrics();
  });
}
