import type { BrowserContext } from "playwright-core";

/** Where to sign in, and with what. */
export interface Door {
  readonly http: string;
  readonly token: string;
}

/** Signs a browser in with the admin token, as its sign-in page would: what is then kept is a cookie that no page can read. */
export async function signIn(context: BrowserContext, { http, token }: Door): Promise<void> {
  const answer = await context.request.post(`${http}/api/v1/sessions`, {
    data: { token, isShared: false },
    headers: { origin: http },
  });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
}
