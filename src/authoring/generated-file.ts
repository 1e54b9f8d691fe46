import * as z from "zod";
import { TASK_LIMITS } from "../task/folder.ts";

/** One file of a model's reply: untrusted, its path above all. */
export const GeneratedFile = z.strictObject({
  path: z.string().min(1).max(TASK_LIMITS.pathLength),
  content: z.string().max(TASK_LIMITS.fileBytes),
});
export type GeneratedFile = z.infer<typeof GeneratedFile>;
