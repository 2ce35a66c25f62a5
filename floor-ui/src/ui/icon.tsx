import check from "lucide-static/icons/check.svg?url";
import copy from "lucide-static/icons/copy.svg?url";
import moon from "lucide-static/icons/moon.svg?url";
import sun from "lucide-static/icons/sun.svg?url";

const files = { check, copy, moon, sun };

/** A line icon (Lucide, ISC) in the colour of the text; always beside its word or inside a labelled control. */
export function Icon({ name }: { readonly name: keyof typeof files }) {
  return <i class="icon" style={{ "--icon": `url("${files[name]}")` }} aria-hidden="true" />;
}
