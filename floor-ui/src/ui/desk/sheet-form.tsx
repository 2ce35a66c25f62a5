import type { ComponentChildren } from "preact";

/** A form that the page itself sends; a browser's own sending would leave the page. */
export function SheetForm(props: {
  readonly onSend: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend();
      }}
    >
      {props.children}
    </form>
  );
}
