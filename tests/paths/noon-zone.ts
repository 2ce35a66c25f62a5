const hour = new Date().getUTCHours();

/** A zone in which it is noon as the tests begin: what they date some hours back was today, at whatever time of day they run. */
export const NOON_ZONE = `Etc/GMT${hour < 12 ? "-" : "+"}${Math.abs(12 - hour)}`;
