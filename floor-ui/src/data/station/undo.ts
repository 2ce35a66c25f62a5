import type { headOf } from "./actions.ts";
import type { Core } from "./core.ts";
import { forget } from "./gather.ts";
import { submit } from "./submit.ts";

/** Takes back what `undoable` says. */
export async function undo(core: Core, head: ReturnType<typeof headOf>): Promise<void> {
  if (core.state.gathered.peek().length > 0) return putAside(core);
  const last = core.state.undoable.peek();
  if (last === null) return;
  const { key, finish: told } = last;
  await submit(core, {
    kind: "undo",
    body: { ...head, undoes: key },
    ...(told && { finish: told }),
  });
}

/** The parts that wait are on no record: they are forgotten, and nothing is sent. */
function putAside(core: Core): void {
  forget(core);
  core.state.answer.value = {
    kind: "accepted",
    act: "undo",
    key: null,
    code: "part-put-aside",
    message: null,
    text: null,
    bundle: null,
    operation: null,
    newCodes: [],
    nearest: [],
  };
}
