/** What a wedge sees of a key; a `KeyboardEvent` is one. */
export interface KeyPress {
  /** Where the key is, whatever the layout writes: `Digit1`, `KeyA` is the Q of a French keyboard. */
  readonly code: string;
  /** What it writes. */
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  /** The key is held down, as no scanner does. */
  readonly repeat: boolean;
  /** ms, when it went down: a page that is busy hears of it later. */
  readonly timeStamp: number;
  readonly target: unknown;
  preventDefault(): void;
  stopPropagation(): void;
}

/** What a scanner that types needs. */
export interface WedgeOptions {
  /** Calls back with each key that goes down, before the page sees it; gives what ends it. */
  readonly listen: (onKey: (press: KeyPress) => void) => () => void;
  /** What was read. */
  readonly onCode: (text: string) => void;
}

/** Nobody types as fast, and scanners on Bluetooth are no slower: beyond, the keys are a person’s. */
const BETWEEN_KEYS_MS = 50;
/** Shorter is a person's double press of a digit and Enter. */
const SIGNS_MIN = 4;
const SIGNS_MAX = 256;
const ENDS = new Set(["Enter", "NumpadEnter", "Tab"]);
const MODIFIERS = /^(Shift|CapsLock|NumLock)/;

/** Listens to a scanner that types like a keyboard, until it is closed. What a person types goes on to the page. */
export function startWedge({ listen, onCode }: WedgeOptions): { close(): void } {
  let signs = "";
  let pressedAt = Number.NEGATIVE_INFINITY;

  const end = listen((press) => {
    if (MODIFIERS.test(press.code)) return;
    const at = press.timeStamp;
    if (at - pressedAt >= BETWEEN_KEYS_MS || isForPage(press)) signs = "";
    pressedAt = at;
    if (isForPage(press)) return;
    if (ENDS.has(press.code)) finish(press);
    else collect(press);
  });

  function collect(press: KeyPress): void {
    const sign = signOf(press);
    signs = sign === null ? "" : (signs + sign).slice(-SIGNS_MAX);
    // What a scanner types must not press the page's buttons: from the second sign on it is known for one.
    if (signs.length > 1) press.preventDefault();
  }

  function finish(press: KeyPress): void {
    const read = signs.trim();
    signs = "";
    if (read.length < SIGNS_MIN) return;
    // Else the button that has the focus is pressed by the scanner's Enter.
    press.preventDefault();
    press.stopPropagation();
    onCode(read);
  }

  return { close: end };
}

/** Somebody fills in a field, or calls a command of the browser. */
function isForPage({ target, ctrlKey, altKey, metaKey, isComposing, repeat }: KeyPress): boolean {
  if (ctrlKey || altKey || metaKey || isComposing || repeat) return true;
  const { tagName, isContentEditable } = (target ?? {}) as Partial<HTMLElement>;
  return isContentEditable === true || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName ?? "");
}

/** Letters that stand elsewhere on a French keyboard than on an American one, by the place of their key. */
const MOVED = new Set(["KeyA", "KeyQ", "KeyW", "KeyZ", "KeyM", "Semicolon"]);

/**
 * The sign that a key stands for, by where it is: a scanner set to a layout that the tablet does not have presses the right key
 * all the same. The signs of codes are on keys that do not move; of those that move only what the tablet writes is known.
 */
function signOf({ code, key }: KeyPress): string | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && !MOVED.has(code)) return letter;
  if (code === "NumpadSubtract") return "-";
  if (code === "Space") return " ";
  return key.length === 1 ? key.toUpperCase() : null;
}
