import { usePairWords } from "../../i18n/access-pair.ts";
import { useHref } from "../href.ts";

/** From a tablet without a key to the code with which it gets one. */
export function PairLink() {
  const { pair } = usePairWords();
  const href = useHref();
  return (
    <p class="s">
      <a href={href("/station")}>{pair.show}</a>
    </p>
  );
}
