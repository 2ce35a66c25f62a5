import { describe, expect, it } from "vitest";
import { createDeskApi } from "../../../floor-ui/src/data/desk/desk-api.ts";

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An API whose server answers this, and what it was asked. */
function open(answer: () => Response) {
  const asked: Asked[] = [];
  const api = createDeskApi({
    fetch: (path, init) => {
      asked.push({ path: String(path), headers: Object.fromEntries(new Headers(init?.headers)) });
      return Promise.resolve().then(answer);
    },
    language: () => "en",
  });
  return { api, asked };
}

describe("what a desk asks of the server", () => {
  it("[J1] goes in the language of the page", async () => {
    const { api, asked } = open(() => Response.json({ ok: 1 }));
    expect(await api.write("POST", "/api/v1/orders", { customer: "Lons" })).toEqual({
      ok: true,
      value: { ok: 1 },
    });
    expect(asked).toEqual([
      {
        path: "/api/v1/orders",
        headers: {
          "accept-language": "en",
          "content-type": "application/json",
        },
      },
    ]);
  });

  it("[J9] tells a refusal with each thing to mend", async () => {
    const faults = [{ path: "/customer", message: "Écrivez le client." }];
    const body = { code: "order-invalid", message: "Une chose à corriger.", faults };
    const { api } = open(() => Response.json(body, { status: 422 }));
    expect(await api.read("/x")).toEqual({ ok: false, status: 422, ...body, body });
  });

  it("[J1] takes an answer that says nothing more", async () => {
    const { api } = open(() => new Response(null, { status: 204 }));
    expect(await api.write("DELETE", "/x")).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["nobody", () => Promise.reject(new TypeError("fetch failed")) as never],
    ["a router's page", () => new Response("<html>", { status: 502 })],
    ["another program", () => Response.json({ error: "no" }, { status: 500 })],
  ])("[J1] says that the server does not answer when %s does", async (_name, answer) => {
    const { api } = open(answer);
    expect(await api.read("/x")).toMatchObject({ ok: false, code: "unreached", message: "" });
  });
});
