import type { DecisionCode } from "../handover/decision.ts";
import { TASK_LIMITS } from "../task/folder.ts";

export interface DecisionMeaning {
  readonly cause: string;
  readonly advice: string;
  /** What is at work on it where the gate could start it, and then nobody has to do anything. */
  readonly started?: string;
  /**
   * The kind of run that a person can ask for, so that the command for it is worth showing: an attempt that goes on from
   * what failed, one that begins anew, or a verification.
   */
  readonly by?: "attempt" | "new_attempt" | "verification";
}

/** What each reason of a decision means and what to do about it. `docs/decisions.md` is made from this list. */
export const DECISION_MEANINGS = {
  evidence_missing: {
    cause: "A task folder that the pull request changes has no evidence in this run.",
    started: "the comment names a run in the place of the lost job",
    advice:
      "Look at the job that the message names, or at the verify job of that task, and run the failed jobs again.",
  },
  evidence_invalid: {
    cause:
      "An artifact holds something that verify does not write, contradicts itself, or is about something else.",
    advice:
      "Run the whole workflow again. If it stays, look for a step that writes artifacts named `evidence-…`.",
  },
  evidence_stale: {
    cause: "The evidence is about another commit than the head.",
    advice: "Run the whole workflow again on the present head.",
  },
  not_passed: {
    cause: "The tests of a task failed, or proved nothing.",
    started: "the comment names the run that makes another attempt",
    advice: "Push a correction, make the story clearer, or have another attempt made.",
    by: "attempt",
  },
  test_overruled: {
    cause:
      "A test of a task was taken away, because two answers that did not know it contradicted it.",
    advice:
      "Read the test and what the code gives instead. If the code is right, merge by hand, or set `trust-rederived-tests` in the config; if the test is, say so in the story.",
  },
  story_unclear: {
    cause: "The story leaves open what its code has to do.",
    advice: "Answer the question by a line in the story; the next run starts from there.",
  },
  inputs_changed: {
    cause: "The base changed something that the tests depend on after they ran.",
    started: "the comment names the run that verifies it again",
    advice: "Dispatch agent-ci with `pull-request`. No model is asked.",
    by: "verification",
  },
  head_moved: {
    cause: "Somebody pushed to the branch after it was verified.",
    advice: "Nothing: the run of the newer commit decides.",
  },
  out_of_scope: {
    cause:
      "The pull request changes something else than stories and task folders, or deletes a task.",
    advice: "Move the named files to another pull request, or review and merge this one by hand.",
  },
  bad_mode: {
    cause: "A task folder holds a link, a program or a submodule, or more files than a task may.",
    advice: `Replace it with a plain file. A task has at most ${TASK_LIMITS.files} files.`,
  },
  not_ours: {
    cause: "The pull request does not carry the label `agent-pipeline`.",
    advice: "Set the label if the pipeline may merge it, or merge it by hand.",
  },
  fork: {
    cause: "The pull request comes from another repository.",
    advice:
      "Review it, and push its branch to this repository if it is to be merged by the pipeline.",
  },
  draft: {
    cause: "The pull request is a draft.",
    advice: "Mark it as ready for review.",
  },
  closed: {
    cause: "The pull request was closed without a merge.",
    advice: "Nothing, or open it again.",
  },
  conflict: {
    cause:
      "Head and base both changed the same task or shared input, or git cannot say what a merge would hold.",
    advice: "Merge the base into the branch and settle the conflict there.",
  },
  protected: {
    cause: "A rule of the repository forbids the merge, for now or altogether.",
    advice:
      "The message is GitHub's own: do what it asks for, or change the rule. Then run the gate job again.",
  },
  base_moved: {
    cause: "The base moved each time that GitHub was asked to merge.",
    advice: "Run the gate job again, when fewer others merge.",
  },
  queue_required: {
    cause: "The base takes changes from its merge queue only.",
    advice:
      "Everything is proven: add the pull request to the queue by hand, or give the workflows the key of an App that may (`app-client-id`, `app-private-key`).",
  },
  queued: {
    cause: "Everything is proven, and the gate has added the pull request to the merge queue.",
    advice:
      "Nothing: its group is verified, and merged by GitHub. Where the queue refuses it, the comment says why; where it only lets it go, the sweep has it added again, three times at most.",
  },
  method_refused: {
    cause: "The repository, or a rule of the base, does not allow this way to merge.",
    advice:
      "Set the input `merge-method` of merge-gate to a way that is allowed, or allow this one in the settings.",
  },
  check_missing: {
    cause: "A check that GitHub requires has not been reported, is not done, or failed.",
    advice:
      "Look at that check. One that a push of a bot never starts has to be run by hand. Then run the gate job again.",
  },
  review_missing: {
    cause:
      "A review that the repository requires is missing, or its conversations are not resolved.",
    advice: "Everything is proven: give the review, then run the gate job again, or merge by hand.",
  },
  checks_pending: {
    cause: "A check that the config waits for (`required-checks`) is not done.",
    advice:
      "Nothing, where the last step of that workflow starts agent-ci, as the page of merge-gate shows. Otherwise run the gate job again when the check is done; an approving review starts it as well.",
  },
  check_failed: {
    cause: "A check that the config waits for (`required-checks`) did not end in success.",
    advice:
      "Look at that check. Mend what it found by a push, or run it again, and then the gate job.",
  },
  check_not_started: {
    cause:
      "A workflow that the config waits for (`required-checks`) has no run on this head that could end, and gets none by itself.",
    advice:
      "Do what the message names. A push that the token of a job makes starts no workflow, so that waiting would never end.",
  },
  story_unbuilt: {
    cause:
      "A story has no task folder made from its present text and proven in this run, or cannot be read; or a story's folder does not say that it was made from it, or says that it was made from another.",
    advice:
      "Look at the generate job; once it works, run agent-pipeline again. Where it says that nothing is to be done, dispatch it with `task` and `pull-request`.",
  },
  human_commits: {
    cause: "A person changed the task folder, so it is not written over.",
    advice: "Finish it by hand, or restore the folder to let the pipeline go on.",
  },
  replay_differs: {
    cause:
      "The transcript of a task does not make the files that are there, and the config says `require-replay`.",
    advice:
      "Somebody edited them: review the named files and merge by hand, or generate the task again.",
  },
  replay_unavailable: {
    cause:
      "A task was made by other prompts than those of this version, or has no transcript, and the config says `require-replay`.",
    advice: "Generate the task again: dispatch agent-pipeline with `task`.",
    by: "new_attempt",
  },
  attempts_exhausted: {
    cause: "The task used up its attempts, or the head its verifications.",
    advice:
      "Make the story clearer, write the task by hand, or raise `max-attempts`; a push makes a head that is verified again.",
  },
  budget_exhausted: {
    cause: "The money for this story is used up.",
    advice: "Raise `budget-usd` or `max-calls` in the config, or split the story.",
  },
  no_progress: {
    cause:
      "An attempt that began anew failed as one before it, or the one that was started for this evidence pushed nothing.",
    advice: "Make the story clearer where the failing test quotes it.",
  },
  flaky: {
    cause: "The same code once passed and once failed.",
    advice: "Take the randomness, the clock or the order out of code and tests.",
  },
  partial_selection: {
    cause: "Only some of the tests were run, or only some of the tasks, as a dispatch asked.",
    advice: "Leave `max-tests` and `task` empty for a run that is to merge.",
    by: "verification",
  },
  dispatch_refused: {
    cause: "GitHub refused to start the next run.",
    advice:
      "Add what the message names: the permission `actions: write`, the workflow on the default branch, its trigger, or its inputs. Then run the gate job again.",
  },
  merged_differently: {
    cause:
      "The merge commit holds something else than what was proven, because the base moved in that moment.",
    advice:
      "Look at the named paths on the base branch now. Where the comment names the run that verifies the tasks there, it is red if something is wrong; otherwise dispatch agent-ci on that branch with `task`.",
  },
  already_merged: {
    cause: "The pull request is merged.",
    advice: "Nothing.",
  },
} as const satisfies Readonly<Record<DecisionCode, DecisionMeaning>>;
