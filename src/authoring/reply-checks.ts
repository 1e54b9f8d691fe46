import type { Story } from "../story/story.ts";
import type { DesignDocument } from "../task/design.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Fault } from "./fault.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Place } from "./transcript.ts";

/** What a reply is held against. */
export interface ReplySubject {
  readonly story: Story;
  readonly task: TaskId;
  readonly design: DesignDocument;
  /** The question that it answers. */
  readonly place: Place;
  /** What may be imported besides the standard library. */
  readonly packages: readonly string[];
}

/**
 * What is found by a look at the Python of a reply, and by asking an index of packages. A replay takes both from the
 * transcript, and looks at nothing.
 */
export interface ReplyChecks {
  code(files: readonly GeneratedFile[], subject: ReplySubject): Promise<readonly Fault[]>;
  tests(files: readonly GeneratedFile[], subject: ReplySubject): Promise<readonly Fault[]>;
  /** Lines of requirements.txt for what the files import; null where that is nothing. */
  packages(files: readonly GeneratedFile[]): Promise<readonly string[] | null>;
}
