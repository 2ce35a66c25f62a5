import type { Permission } from "@trame/shared";
import type { ComponentChildren } from "preact";
import { useCan } from "../../data/session/use-session.ts";
import { useSignWords } from "../../i18n/access-sign.ts";
import { useSays } from "./use-says.ts";
import "../../styles/access.css";

/** What is offered only to who may do it ([AU4]). */
export function Allowed(props: { readonly to: Permission; readonly children: ComponentChildren }) {
  return useCan(props.to) ? props.children : null;
}

/** A form that others only read: its fields say what is so, and nothing in it acts. */
export function ReadOnly(props: {
  readonly unless: Permission;
  readonly children: ComponentChildren;
}) {
  const { unless, children } = props;
  const { t } = useSignWords();
  const { right } = useSays();
  if (useCan(unless)) return children;
  return (
    <>
      <p class="about">{t.guard.readOnly(right(unless))}</p>
      <fieldset class="read-only" disabled={true}>
        {children}
      </fieldset>
    </>
  );
}
