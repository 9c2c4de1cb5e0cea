/** Every address of the site, so that none is spelled twice; imports nothing but its own parts. */
export { query } from "./paths/address";
export * from "./paths/public";
export * from "./paths/learner";
export * from "./paths/author";
export * from "./paths/hr";
export * from "./paths/evaluation";
export * from "./paths/admin";
export * from "./paths/programs";
