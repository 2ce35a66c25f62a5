import type { FloorCode } from "./floor-codes.ts";

/** English: the sentences of `floor-fr.ts`, one for one. */
export const floorEn = {
  "scan-accepted": "{operation}: size {size}, {colour}, {pieces|piece|pieces}.",
  "scan-accepted-deduced":
    "{operation}: size {size}, {colour}, {pieces|piece|pieces}. {count} operations before it were not scanned: they are noted as “deduced”.",
  "scan-accepted-deduced-one":
    "{operation}: size {size}, {colour}, {pieces|piece|pieces}. “{deduced}” was not scanned: it is noted as “deduced”.",
  "finish-accepted": "{code} is finished for “{operation}”: {good|good piece|good pieces}.",
  "finish-part-accepted": "Noted. {left|piece is|pieces are} left of {code} for “{operation}”.",
  "finish-repair-accepted": "{code}: {good|piece comes|pieces come} back from repair.",
  "split-accepted":
    "{pieces|piece leaves|pieces leave} {code} with a new ticket. {left} stay in {code}.",
  "join-accepted": "These parts go together: go on with {code}, {pieces|piece|pieces}.",
  "undo-accepted": "Undone.",
  "undo-bundle-accepted": "Undone for bundle {code}.",
  "dispatch-accepted": "{code} goes outside, to {partner}: {pieces|piece|pieces}.",
  "return-accepted": "{code} is back: {good|good piece|good pieces}.",
  "return-part-accepted": "Noted. {away|piece|pieces} of {code} still outside.",
  "badge-in-accepted": "Hello {pseudonym}.",
  "badge-out-accepted": "Goodbye {pseudonym}.",
  "correction-accepted": "The correction is noted apart: {pieces}.",
  "count-accepted": "{pieces|piece|pieces} noted by hand.",
  "settle-accepted": "Settled.",
  "amend-accepted": "Corrected. What was noted first stays in the journal.",
  "act-kept": "Kept. A supervisor will look at it.",

  "code-unreadable":
    "“{text}” is not the code of a ticket. Scan again, or type the code, for example 118-117-K.",
  "ticket-is-badge": "This is a badge. Scan the ticket of a bundle here.",
  "ticket-replaced": "Ticket replaced: the right ticket is {by}. Throw ticket {code} away.",
  "badge-is-ticket": "This is the ticket of a bundle. Scan your badge here.",
  "badge-not-in": "You are at no station. To come in, scan your badge at a station.",
  "badge-unknown": "This badge is not known. Ask for a new badge.",
  "scan-unknown": "No bundle has the code {code}. Look at the ticket, or put the bundle aside.",
  "scan-unknown-near":
    "No bundle has the code {code}. Is it {nearest}? Look at the ticket and type the code.",
  "scan-ticket-void": "Ticket {code} is void. Put the bundle aside and ask for a new ticket.",
  "scan-order-not-released":
    "Order {order} is not released yet. Put the bundle on the trolley, take another one.",
  "scan-order-closed": "Order {order} is closed. Put the bundle aside and ask what to do with it.",
  "scan-other-order":
    "Order {order} is sewn on another line: {lines}. Put the bundle on the trolley of that line.",
  "scan-elsewhere":
    "{code} does not pass this station. It goes to station {station} for “{operation}”. Put it on the trolley, take another one.",
  "scan-elsewhere-unplaced":
    "{code} does not pass this station. It waits for “{operation}”. Put it on the trolley, take another one.",
  "scan-not-yet":
    "It is too early for {code}. First comes “{operation}”, at station {station}. Put it on the trolley, take another one.",
  "scan-not-yet-unplaced":
    "It is too early for {code}. First comes “{operation}”. Put it on the trolley, take another one.",
  "scan-done-already":
    "“{operation}” is done to {code} already, at station {station} at {time}. Put it on the trolley, take another one.",
  "scan-done-unplaced":
    "“{operation}” is done to {code} already. Put it on the trolley, take another one.",
  "scan-open-elsewhere":
    "{code} is open at station {station} for “{operation}”. First say there how many pieces are done, even 0.",
  "scan-outside":
    "{code} is noted as outside, at {partner}. If it is back, ask for its return to be noted.",
  "scan-in-repair":
    "All pieces of {code} are in repair: {pieces}. Wait until they are back, take another one.",
  "scan-joined": "{code} is joined with {other}. Scan ticket {other}.",
  "scan-out": "{code} is complete. Put it on the trolley, take another one.",
  "finish-nothing-open": "{code} is not open at this station. Scan its ticket first.",
  "finish-open-elsewhere": "{code} is open at station {station}. Finish it there.",
  "finish-too-many":
    "{declared|piece|pieces} are too many: {left} are left in {code}. Count again and correct.",
  "finish-repair-elsewhere":
    "Repaired pieces of {code} come back to the inspector, at “{operation}”. Take them there.",
  "finish-repair-too-many":
    "{declared|piece|pieces} are too many: {left} of {code} are in repair. Count again and correct.",
  "split-nothing-left": "There are too few pieces in {code} to share it out.",
  "split-too-many":
    "{pieces|piece|pieces} can’t be taken from {code}: {most} at most. Pieces done and pieces to do leave apart.",
  "join-size":
    "The sizes differ: {code} is {size}, {other} is {otherSize}. Don’t join them, look for the right size.",
  "join-colour":
    "The colours differ: {code} is {colour}, {other} is {otherColour}. Don’t join them, look for the right colour.",
  "join-shade":
    "The shades differ: {code} is of bath {shade}, {other} of bath {otherShade}. Don’t join them, look for the right bath.",
  "join-fewer":
    "Pieces are missing: {code} has {wanted}, {other} has {pieces}. Split {code} first.",
  "join-missing-part": "Parts come together here. After {code}, scan also: {part}.",
  "join-same-part":
    "{code} and {other} are the same part: {part}. Keep one of them and scan the other part.",
  "join-not-here":
    "{code} and {other} do not come together at this station. Put them on the trolley and look at their tickets.",
  "undo-unknown": "There is nothing to undo here.",
  "undo-done-already": "It is undone already.",
  "undo-not-yours": "Somebody else noted it. That person can undo it, or a supervisor.",
  "undo-too-late":
    "It is too late: {minutes} minutes have passed, or the bundle has gone on. Ask a supervisor.",
  "return-not-outside": "{code} is not outside with slip {slip}. Look at the delivery slip.",
  "return-too-many":
    "{pieces|piece|pieces} are too many: {away} of {code} are outside. Count again.",
  "act-unknown": "There is no such line: read the journal again.",
  "amend-unknown":
    "What you want to correct is not on record: read the list again, then choose the line to correct.",
  "amend-undone": "It was undone: there is nothing left to correct here.",
  "amend-not-that":
    "That is no declared figure of this kind: correct the pieces of a finish, a return, an inspection or a count by hand.",
  "amend-too-many":
    "With these figures the bundle would have more pieces than it has: check them, or correct the other operation first.",
  "amend-misfit":
    "With that number of pieces, what was already noted on {code} no longer fits: correct the operations done first, then the cutting.",
  "amend-no-bundle":
    "That cutting did not make bundle {code}: open the bundle’s story, then choose its cutting.",
  "settle-unknown": "There is nothing to settle here: read the list again.",
  "count-too-soon": "This hour has not begun yet. Check the day and the hour.",
  "defect-duplicate": "The defect “{code}” is listed twice. Keep one of them.",
  "count-no-station":
    "The plan did not have this station at that hour. Take another hour, or send a plan that holds from earlier on.",
  "key-taken": "This message bears the key of another one. Reload the page and start again.",

  "station-unknown": "This station is not in the plan. Check the tablet’s link.",
  "bundle-unknown": "No bundle has this code. Look at the ticket.",
  "station-key-missing": "This tablet has no key of the station. Open the station’s link again.",
  "station-key-foreign": "This key is another station’s. Open the link of this station.",
} as const satisfies Record<FloorCode, string>;
