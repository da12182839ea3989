/**
 * The version of the rules by which a session is counted: which of its rows count, and what is found in them. A change
 * of any figure that is not the history's own makes a new one. Version 1 was that of 0.1.0.
 */
export const COUNTING_RULES = 2;
