/** Of these screens; set by the build. */
declare const __UI_VERSION__: string;
