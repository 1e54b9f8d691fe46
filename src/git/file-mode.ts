/** git's mode of a file that is neither a link nor executable. */
export const PLAIN_FILE = "100644";
