import * as z from "zod";
import { Sha256 } from "../foundation/digest.ts";

/** `meta/story_ref.json`: the story that a task folder was made from. */
export const StoryRef = z.strictObject({
  /** Path of the story file in the repository. */
  story: z.string().min(1).max(400),
  id: z.string().min(1).max(200),
  /** sha256 of the RFC 8785 form of the story; of one in Markdown, of its text with LF. */
  sha256: Sha256,
});
export type StoryRef = z.infer<typeof StoryRef>;
