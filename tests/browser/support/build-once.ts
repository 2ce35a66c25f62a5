import { buildScreens, SCREENS_FOLDER } from "./browser.ts";

let remove = async (): Promise<void> => undefined;

/** Builds the screens once for all test files of a run. */
export async function setup(): Promise<void> {
  const built = await buildScreens();
  process.env[SCREENS_FOLDER] = built.dist;
  remove = built.remove;
}

export function teardown(): Promise<void> {
  return remove();
}
