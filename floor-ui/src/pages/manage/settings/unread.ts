import { createContext } from "preact";
import { useContext, useEffect, useId, useState } from "preact/hooks";

type Mark = (field: string, isUnread: boolean) => void;

/** Where fields of a form say that what is typed in them can't be read. */
export const Unread = createContext<Mark>(() => {});

/** Whether any field of a form can't be read. */
export function useUnreadFields(): { readonly isUnread: boolean; readonly mark: Mark } {
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());
  const [mark] = useState<Mark>(() => (field: string, isUnread: boolean) => {
    setFields((before) => {
      if (before.has(field) === isUnread) return before;
      const others = [...before].filter((each) => each !== field);
      return new Set(isUnread ? [...others, field] : others);
    });
  });
  return { isUnread: fields.size > 0, mark };
}

/** A field that can't be read keeps its form from being saved, until it can be or goes. */
export function useUnread(isUnread: boolean): void {
  const mark = useContext(Unread);
  const field = useId();
  useEffect(() => {
    mark(field, isUnread);
    return () => mark(field, false);
  }, [mark, field, isUnread]);
}
