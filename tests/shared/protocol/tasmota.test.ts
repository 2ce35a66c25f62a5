import { decodeTasmota, parseTasmotaTopic, type TasmotaReadings, TOTAL_MAX } from "@trame/shared";
import { describe, expect, it } from "vitest";

function readings(fields: Partial<TasmotaReadings> = {}): TasmotaReadings {
  return { counters: new Map(), uptimeSec: null, bootCount: null, ...fields };
}

describe("a Tasmota topic", () => {
  it.each([
    ["tele/atelier-1/SENSOR", "sensor"],
    ["stat/atelier-1/STATUS10", "status10"],
    ["tele/atelier-1/STATE", "state"],
    ["tele/atelier-1/INFO3", "info3"],
    ["tele/atelier-1/LWT", null],
    ["tele/atelier-1/INFO1", null],
    ["stat/atelier-1/SENSOR", null],
    ["tele/atelier-12/SENSOR", null],
    ["tele/atelier-1", null],
    ["xxxx/atelier-1/SENSOR", null],
    ["cmnd/atelier-1/STATE", null],
  ])("[T1] %s tells %s", (topic, kind) => {
    expect(parseTasmotaTopic(topic, "atelier-1")).toBe(kind);
  });

  it("[T1] may have levels of its own", () => {
    expect(parseTasmotaTopic("tele/lons/prise-4/SENSOR", "lons/prise-4")).toBe("sensor");
  });
});

describe("a Tasmota counter", () => {
  it("[T2] tells totals every TelePeriod, and when asked", () => {
    const counters = new Map([
      ["C1", 12],
      ["C3", TOTAL_MAX],
    ]);
    const told = `"Time":"2026-11-22T08:00:00","COUNTER":{"C1":12,"C3":${TOTAL_MAX}}`;
    expect(decodeTasmota("sensor", `{${told}}`)).toEqual(readings({ counters }));
    expect(decodeTasmota("status10", Buffer.from(`{"StatusSNS":{${told}}}`))).toEqual(
      readings({ counters }),
    );
  });

  it("[T2] tells no total of a channel that measures time, nor one over 32 bits", () => {
    const channels = `{"C1":1.250000,"C2":${TOTAL_MAX + 1},"C3":-1,"C4":"12","C9":1,"__proto__":{"C5":5}}`;
    expect(decodeTasmota("sensor", `{"COUNTER":${channels}}`)).toEqual(readings());
  });

  it("[T2] may tell nothing of a count, which is no fault", () => {
    expect(decodeTasmota("sensor", '{"Time":"2026-11-22T08:00:00","Switch1":"ON"}')).toEqual(
      readings(),
    );
    expect(decodeTasmota("status10", "{}")).toEqual(readings());
  });

  it("[T3] tells how long it has been up, and how often it was started", () => {
    const state = '{"Time":"2026-11-22T08:00:00","Uptime":"0T00:10:11","UptimeSec":611}';
    expect(decodeTasmota("state", state)).toEqual(readings({ uptimeSec: 611 }));
    const info = '{"RestartReason":"Power On","BootCount":74}';
    expect(decodeTasmota("info3", `{"Info3":${info}}`)).toEqual(readings({ bootCount: 74 }));
    expect(decodeTasmota("info3", info)).toEqual(readings({ bootCount: 74 }));
    // Firmware of 2021 gave no boot count; a crash gives an object as reason.
    const crash = '{"Info3":{"RestartReason":{"Exception":28}}}';
    expect(decodeTasmota("info3", crash)).toEqual(readings());
  });

  it("[T2] is not understood when it sends no JSON object", () => {
    for (const payload of ["", "nan", "[1]", '{"COUNTER":']) {
      expect(decodeTasmota("sensor", payload)).toBeNull();
    }
  });
});
