import type { CatalogueCode } from "./catalogue-codes.ts";

/** English: the sentences of `catalogue-fr.ts`, one for one. */
export const catalogueEn = {
  "order-unknown": "There is no work order “{id}”: look for it in the list.",
  "operator-unknown": "There is nobody under the id “{id}”: look in the list.",
  "photo-absent": "There is no photo under this number: send it again.",
  "ticket-unknown": "There is no ticket “{code}”: read the code on the paper again.",
  "order-not-empty":
    "{bundles|bundle|bundles} of order {id} still in progress: finish them, or close it and give them up with “abandon”.",
  "order-closed": "Order {id} is closed: open it again first.",
  "order-state-impossible": "Order {id} is in the state “{state}”: it can’t go to “{wanted}”.",
  "order-numbers-used-up":
    "All order numbers are taken: close the orders that are finished. A number serves again five years later.",
  "order-without-kit": "Order {id} is no order of kits: there is nothing to pack into kits.",
  "pack-too-many":
    "{packable|complete kit|complete kits} to pack, {packed|packed already|packed already}: check the number.",
  "operator-taken": "There is somebody under the id “{id}” already: choose another one.",
  "badges-used-up":
    "All badge numbers have been used: give one yourself that is no longer in circulation.",
  "ticket-ended": "Ticket {code} is no longer valid: take the one that replaced it.",
  "cutting-key-taken":
    "This key has served another cutting already: send the new cutting with another key.",
  "photo-too-large": "This photo has too many pixels: take a smaller one, of 20 million at most.",
  "photo-unreadable": "This file is no JPEG, PNG or WebP photo: choose another one.",

  "style-invalid": "The style was not taken: {count|thing|things} to mend.",
  "routing-invalid": "The routing was not taken: {count|thing|things} to mend.",
  "order-invalid": "The work order was not taken: {count|thing|things} to mend.",
  "cutting-invalid": "The cutting was not taken: {count|thing|things} to mend.",
  "operator-invalid": "The person’s entry was not taken: {count|thing|things} to mend.",

  "date-malformed": "A date is written year-month-day, like 2026-12-18.",
  "swatch-malformed": "A screen colour is written # and six signs, like #1f3a6e.",
  "code-malformed":
    "A code has only letters without accents and digits: at most 8 for an operation, 24 for a part.",
  "id-mismatch": "The id is not that of the address: take it out or write the same in both places.",
  "badge-taken": "This badge number is somebody else’s: choose another one.",
  "pictogram-unknown": "There is no such pictogram: choose one of the list.",
  "photo-unknown": "This photo is not on the server: send it first.",
  "size-duplicate": "This size is in the list already: each once.",
  "size-in-use":
    "The size “{name}” is ordered in order {order}: keep it, or close the order first.",
  "colour-duplicate": "This colour is in the list already: each once.",
  "colour-in-use":
    "The colour “{name}” is ordered in order {order}: keep it, or close the order first.",
  "order-number-taken":
    "This order number is taken, or was less than five years ago: choose another one, or let the server give one.",
  "line-unknown": "This line is not in the plan: take the id of a line of the plan.",
  "line-duplicate": "This line is named twice: once is enough.",

  "operation-duplicate": "This code is another operation’s already: each its own.",
  "predecessor-unknown":
    "This operation is to come after one that does not exist: correct its code.",
  "predecessor-duplicate": "The same operation is named twice here: once is enough.",
  cycle: "This operation waits for itself: take out one of the “after” that go round.",
  unreachable: "This operation waits for one that goes round in circles: mend that one first.",
  "several-ends":
    "The routing ends in two places: say which operation comes after this one, so that only one is the last.",
  "part-duplicate": "This code is another part’s already: each its own.",
  "part-unknown": "This part is not in the list of parts: add it there or correct it.",
  "part-missing":
    "Say to which part this operation is done: nothing has been joined yet at that point.",
  "part-changed": "This operation goes on with another part than reaches it: write the same part.",
  "join-unnamed": "Several parts reach this operation: say which are joined, under “joins”.",
  "join-alone": "Only one part is named for this join: say with what it is joined.",
  "part-joined-twice": "This part is joined elsewhere already: it can be joined only once.",
  "part-never-joined": "This part is joined nowhere: say at which operation, or take it out.",

  "style-unknown": "There is no such style: make it first, or correct its id.",
  "style-duplicate": "This style is in the order already: put its quantities together.",
  "routing-unknown": "There is no such version of the routing: take one of the list.",
  "size-unknown": "The style has no such size: add it there or correct it.",
  "colour-unknown": "The style has no such colour: add it there or correct it.",
  "quantity-duplicate": "This size and colour are there already: put the two quantities together.",
  "kit-missing": "An order of several styles is one of kits: say how many kits, under “kit”.",
  "kit-share-missing": "Say how many pieces of this style go into one kit, under “perKit”.",
  "kit-quantity-mismatch":
    "The quantities of this style do not add up: number of kits × pieces per kit.",
  "packing-part": "Packing is done to the whole kit: take out the part and the join.",

  "style-not-ordered": "This style is not in the order: choose one of the order.",
  "lot-not-ordered": "This size and colour are not ordered: correct them, or add them to an order.",
  "lot-duplicate": "This size, colour and dye lot are there already: put the pieces together.",
  "too-many-bundles": "That makes more bundles than there are numbers: choose larger bundles.",
} as const satisfies Record<CatalogueCode, string>;
