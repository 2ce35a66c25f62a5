import { describe, expect, it } from "vitest";
import { createAdminToken } from "../../../floor-ui/src/data/desk/admin-token.ts";
import { createDeskApi } from "../../../floor-ui/src/data/desk/desk-api.ts";
import { createFakeKeep, createForbiddenKeep } from "../support/fake-keep.ts";

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An API whose server answers this, and what it was asked. */
function open(answer: () => Response, token: string | null = "the-token") {
  const asked: Asked[] = [];
  const api = createDeskApi({
    fetch: (path, init) => {
      asked.push({ path: String(path), headers: Object.fromEntries(new Headers(init?.headers)) });
      return Promise.resolve().then(answer);
    },
    token: () => token,
    language: () => "en",
  });
  return { api, asked };
}

describe("admin token of a tab", () => {
  it("[J1] is kept for the tab, and let go of", () => {
    const session = createFakeKeep();
    createAdminToken(session).keep("secret");
    const again = createAdminToken(session);
    expect(again.token.value).toBe("secret");
    again.forget();
    expect(again.token.value).toBeNull();
    expect(createAdminToken(session).token.value).toBeNull();
  });

  it("[J1] lasts as long as the page where nothing can be kept", () => {
    const admin = createAdminToken(createForbiddenKeep());
    admin.keep("secret");
    expect(admin.token.value).toBe("secret");
  });
});

describe("what a desk asks of the server", () => {
  it("[J1] goes with the token and in the language of the page", async () => {
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
          authorization: "Bearer the-token",
          "content-type": "application/json",
        },
      },
    ]);
  });

  it("[J1] tries a token without keeping it, whatever the one before was", async () => {
    const { api, asked } = open(() => Response.json({}));
    await api.tryToken("another");
    expect(asked[0]?.headers["authorization"]).toBe("Bearer another");
  });

  it("[J9] tells a refusal with each thing to mend", async () => {
    const faults = [{ path: "/customer", message: "Écrivez le client." }];
    const body = { code: "order-invalid", message: "Une chose à corriger.", faults };
    const { api } = open(() => Response.json(body, { status: 422 }), null);
    expect(await api.read("/x")).toEqual({ ok: false, status: 422, ...body, body });
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
