import { useRef } from "preact/hooks";

/**
 * The value, or the one before while it is held. What an act changes shows at once in the tablet's own picture, its answer a
 * moment later: without this a finished bundle would flash « scannez un paquet » before « c'est noté ».
 */
export function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const last = useRef(value);
  if (!isHeld) last.current = value;
  return last.current;
}
