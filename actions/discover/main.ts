import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import { actionsLog, runAction } from "../shared/action.ts";
import { openReader } from "../shared/adapters/git-repository.ts";
import { readRunEnvironment, remoteOf } from "../shared/adapters/run-environment.ts";
import * as core from "../shared/adapters/toolkit.ts";
import { githubOpenPullRequests } from "./adapters/github-open-pull-requests.ts";
import { NO_ANSWER, type Outputs } from "./core/answer.ts";
import { parseInputs } from "./inputs.ts";
import { run } from "./run.ts";

// Every schema reads one value here: compiling it first takes longer than reading. The small zod comes without words.
z.config({ ...english(), jitless: true });

await runAction(async () => {
  let outputs: Outputs = NO_ANSWER;
  try {
    const inputs = parseInputs(core.getInput);
    const environment = readRunEnvironment();
    const token = inputs["github-token"];
    const here = { owner: environment.owner, repo: environment.repository };
    const answer = await run(inputs, environment.trigger, {
      repository: await openReader(
        remoteOf(environment, token),
        environment.temporary,
        environment.workspace,
      ),
      openPullRequests: githubOpenPullRequests(token, here),
      log: actionsLog,
    });
    ({ outputs } = answer);
    if (answer.problem !== null) throw answer.problem;
  } finally {
    core.setOutputs({ ...outputs });
  }
});
