import type { headOf } from "./actions.ts";
import type { Core } from "./core.ts";
import type { SampleInput } from "./model.ts";
import { submit } from "./submit.ts";

/** Pieces that were looked at without a bundle. */
export async function inspect(
  core: Core,
  { outcome, defects = [], photo }: SampleInput,
  head: ReturnType<typeof headOf>,
): Promise<void> {
  const body = { ...head, ...outcome, defects: [...defects] };
  await submit(core, {
    kind: "inspection",
    body: { ...body, ...(photo === undefined ? {} : { photo }) },
  });
}
