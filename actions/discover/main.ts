import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import { openReader } from "../../src/git/adapters/repository.ts";
import { githubOpenPullRequests } from "../../src/github/adapters/open-pull-requests.ts";
import { actionsLog, runAction } from "../../src/runner/adapters/action.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
} from "../../src/runner/adapters/run-environment.ts";
import * as core from "../../src/runner/adapters/toolkit.ts";
import { NO_ANSWER, type Outputs } from "./answer.ts";
import { parseInputs } from "./inputs.ts";
import { run } from "./run.ts";

// Every schema reads one value here: compiling it first takes longer than reading. The small zod comes without words.
z.config({ ...english(), jitless: true });

await runAction(async () => {
  let outputs: Outputs = NO_ANSWER;
  try {
    const inputs = parseInputs(core.getInput);
    const environment = readRunEnvironment();
    const { owner, repository: repo, temporary, workspace } = environment;
    const token = inputs["github-token"];
    // Before the event is read: git starts up in the meantime.
    const repository = openReader(remoteOf(environment, token), temporary, workspace);
    const answer = await run(inputs, readTrigger(), {
      repository,
      openPullRequests: githubOpenPullRequests(token, { owner, repo }),
      log: actionsLog,
    });
    ({ outputs } = answer);
    if (answer.problem !== null) throw answer.problem;
  } finally {
    core.setOutputs({ ...outputs });
  }
});
