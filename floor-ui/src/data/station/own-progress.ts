import type { Language, OwnProgress, Words } from "@trame/shared";
import type { PostOptions } from "./post.ts";

/** What a station tells somebody of themselves. */
export interface OwnProgressAnswer {
  /** When it was looked at, UTC ms, this time first. */
  readonly looks: readonly number[];
  readonly operations: readonly (Omit<OwnProgress, "operation"> & { readonly label: Words })[];
}

/** Told, or why not: a sentence of the server, null when nobody answered. */
export type OwnProgressTold =
  | { readonly ok: true; readonly progress: OwnProgressAnswer }
  | { readonly ok: false; readonly message: string | null };

export type OwnProgressOptions = Pick<PostOptions, "fetch" | "key" | "setTimer"> & {
  readonly stationId: string;
  readonly language: () => Language;
};

const PATIENCE_MS = 10_000;

/** Who asks: somebody who is badged in here, and shows it. */
export interface ProgressAsked {
  readonly assignmentId: string;
  /** As read or typed just now. */
  readonly badge: string;
}

/** Asks for the progress of whoever is badged in here and shows their badge; nothing of it is kept on the tablet. Never rejects. */
export async function askProgress(
  { assignmentId, badge }: ProgressAsked,
  { fetch, key, setTimer, stationId, language }: OwnProgressOptions,
): Promise<OwnProgressTold> {
  const giveUp = new AbortController();
  const cancel = setTimer(() => giveUp.abort(), PATIENCE_MS);
  try {
    const path = `/api/v1/stations/${encodeURIComponent(stationId)}/own-progress`;
    const response = await fetch(path, {
      method: "POST",
      body: JSON.stringify({ assignmentId, badge }),
      signal: giveUp.signal,
      headers: {
        authorization: `Bearer ${key() ?? ""}`,
        "accept-language": language(),
        "content-type": "application/json",
      },
    });
    const body = await response.json();
    if (response.ok) return { ok: true, progress: body as OwnProgressAnswer };
    return { ok: false, message: typeof body.message === "string" ? body.message : null };
  } catch {
    return { ok: false, message: null };
  } finally {
    cancel();
  }
}
