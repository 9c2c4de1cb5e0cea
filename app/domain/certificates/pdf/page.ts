/** A4 lying, in points, and the inks of the paper. */
export const PAGE = { width: 841.89, height: 595.28 };

export const INK = "#12161c";
export const QUIET = "#4a5360";
/** The only red on the paper: the national heading. */
export const NATIONAL_RED = "#b01019";
export const FRAME = "#22375a";
export const HAIRLINE = "#b9c0ca";
