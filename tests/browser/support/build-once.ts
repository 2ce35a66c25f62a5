import { buildScreens, SCREENS_FOLDER } from "./browser.ts";

let remove = async (): Promise<void> => undefined;

/** Builds the screens once for all test files of a run, whichever group asks first. */
export async function setup(): Promise<void> {
  if (process.env[SCREENS_FOLDER] !== undefined) return;
  const built = await buildScreens();
  process.env[SCREENS_FOLDER] = built.dist;
  remove = built.remove;
}

export function teardown(): Promise<void> {
  return remove();
}
