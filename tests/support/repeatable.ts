import fc from "fast-check";

/**
 * Properties are tried with the same examples in every run, so that a run tells what changed in the code and not what luck it had.
 * Other examples: `EXAMPLES=7 npm test -- unit routes`, any number.
 */
fc.configureGlobal({ seed: Number(process.env["EXAMPLES"] ?? 1847) });
