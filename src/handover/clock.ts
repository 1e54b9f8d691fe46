import * as z from "zod/mini";

const seconds = z.number().check(z.nonnegative());

/** When something began, as in RFC 3339, and how long it took. */
export const Clock = z.strictObject({ began: z.iso.datetime(), seconds });
export type Clock = z.infer<typeof Clock>;

/** A part of it, in seconds since its beginning. */
export const Stretch = z.strictObject({ start: seconds, seconds });
export type Stretch = z.infer<typeof Stretch>;
