/** The one place where the time of day comes from; everything else is handed `now`. */
export function now(): Date {
  return new Date();
}
