import backups from "lucide-static/icons/archive-restore.svg?url";
import calendar from "lucide-static/icons/calendar-days.svg?url";
import down from "lucide-static/icons/chevron-down.svg?url";
import left from "lucide-static/icons/chevron-left.svg?url";
import right from "lucide-static/icons/chevron-right.svg?url";
import up from "lucide-static/icons/chevron-up.svg?url";
import alert from "lucide-static/icons/circle-alert.svg?url";
import check from "lucide-static/icons/circle-check.svg?url";
import orders from "lucide-static/icons/clipboard-list.svg?url";
import download from "lucide-static/icons/download.svg?url";
import sheet from "lucide-static/icons/file-spreadsheet.svg?url";
import file from "lucide-static/icons/file-text.svg?url";
import upload from "lucide-static/icons/file-up.svg?url";
import history from "lucide-static/icons/history.svg?url";
import house from "lucide-static/icons/house.svg?url";
import key from "lucide-static/icons/key-round.svg?url";
import keyboard from "lucide-static/icons/keyboard.svg?url";
import grid from "lucide-static/icons/layout-grid.svg?url";
import list from "lucide-static/icons/list-checks.svg?url";
import lock from "lucide-static/icons/lock-keyhole.svg?url";
import login from "lucide-static/icons/log-in.svg?url";
import logout from "lucide-static/icons/log-out.svg?url";
import menu from "lucide-static/icons/menu.svg?url";
import speech from "lucide-static/icons/message-circle.svg?url";
import moon from "lucide-static/icons/moon.svg?url";
import packages from "lucide-static/icons/package.svg?url";
import edit from "lucide-static/icons/pencil.svg?url";
import plus from "lucide-static/icons/plus.svg?url";
import printer from "lucide-static/icons/printer.svg?url";
import route from "lucide-static/icons/route.svg?url";
import scissors from "lucide-static/icons/scissors.svg?url";
import settings from "lucide-static/icons/settings.svg?url";
import shield from "lucide-static/icons/shield-check.svg?url";
import shirt from "lucide-static/icons/shirt.svg?url";
import sun from "lucide-static/icons/sun.svg?url";
import tablet from "lucide-static/icons/tablet-smartphone.svg?url";
import trash from "lucide-static/icons/trash-2.svg?url";
import truck from "lucide-static/icons/truck.svg?url";
import people from "lucide-static/icons/users-round.svg?url";
import wrench from "lucide-static/icons/wrench.svg?url";
import close from "lucide-static/icons/x.svg?url";

const files = {
  alert,
  backups,
  calendar,
  check,
  close,
  down,
  download,
  edit,
  file,
  grid,
  history,
  house,
  key,
  keyboard,
  left,
  list,
  lock,
  login,
  logout,
  menu,
  moon,
  orders,
  packages,
  people,
  plus,
  printer,
  right,
  route,
  scissors,
  settings,
  sheet,
  shield,
  shirt,
  speech,
  sun,
  tablet,
  trash,
  truck,
  up,
  upload,
  wrench,
};

export type DeskIconName = keyof typeof files;

/** A line icon (Lucide, ISC) of the desk; always beside its word or inside a labelled control. */
export function DeskIcon({ name }: { readonly name: DeskIconName }) {
  return <i class="icon" style={{ "--icon": `url("${files[name]}")` }} aria-hidden="true" />;
}
