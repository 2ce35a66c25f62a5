import type { CallKind } from "@trame/shared";
import type { headOf } from "./actions.ts";
import type { Core } from "./core.ts";
import { submit } from "./submit.ts";

type Head = ReturnType<typeof headOf>;

/** Somebody here asks for help. */
export async function call(core: Core, kind: CallKind, head: Head): Promise<void> {
  await submit(core, { kind: "call", body: { ...head, call: kind } });
}

/** The help came, or it goes on without. */
export async function resolveCall(core: Core, key: string, head: Head): Promise<void> {
  await submit(core, { kind: "call-resolve", body: { ...head, call: key } });
}

/** It was a mistake: nobody need come. */
export async function takeBackCall(core: Core, key: string, head: Head): Promise<void> {
  await submit(core, { kind: "undo", body: { ...head, undoes: key } });
}
