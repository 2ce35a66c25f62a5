import { LineIcon } from "./line-icon.tsx";

/** What the keys say. */
export interface KeypadWords {
  readonly erase: string;
  readonly dash: string;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Digits and the letters that a code may end with: nothing that a code has not. */
export function CodeKeypad(props: {
  readonly letters: readonly string[];
  readonly words: KeypadWords;
  readonly onSign: (sign: string) => void;
  readonly onErase: () => void;
}) {
  const { letters, words, onSign, onErase } = props;
  const key = (sign: string, label?: string) => (
    <button key={sign} type="button" class="b" aria-label={label} onClick={() => onSign(sign)}>
      {sign}
    </button>
  );
  return (
    <div class="keypad">
      <div class="digits">
        {DIGITS.map((digit) => key(digit))}
        {key("-", words.dash)}
        {key("0")}
        <button type="button" class="b" aria-label={words.erase} onClick={onErase}>
          <LineIcon name="delete" />
        </button>
      </div>
      <div class="letters">{letters.map((letter) => key(letter))}</div>
    </div>
  );
}
