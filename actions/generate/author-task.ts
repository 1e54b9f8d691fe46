import type { Story, StoryTask } from "../shared/core/story.ts";
import type { Stage } from "../shared/core/task-meta.ts";
import type { Log } from "../shared/ports/log.ts";
import { codePrompt, designPrompt, testsPrompt, type Prompt } from "./core/prompts.ts";
import { DESIGN_SCHEMA, FILES_SCHEMA, readCode, readDesign, readTests } from "./core/replies.ts";
import type { AuthoredTask } from "./core/task-files.ts";
import type { Exchange } from "./core/transcript.ts";
import type { Model } from "./ports/model.ts";

/**
 * Asks the model for one task: the design, then code and tests at the same time, each blind to the other. Every reply
 * is read whole before the next question; `onExchange` hears of each one, usable or not, because each costs money.
 */
export async function authorTask(
  story: Story,
  task: StoryTask,
  { model, log, onExchange }: { model: Model; log: Log; onExchange: (exchange: Exchange) => void },
): Promise<AuthoredTask> {
  const ask = async (stage: Stage, prompt: Prompt): Promise<Exchange> => {
    const schema = stage === "design" ? DESIGN_SCHEMA : FILES_SCHEMA;
    const request = { stage, ...prompt, schema };
    const exchange = { request, reply: await model.ask(request) };
    onExchange(exchange);
    const { input, output } = exchange.reply.tokens;
    log.info(`  ${stage}: ${model.name} answered (${input} tokens in, ${output} out)`);
    return exchange;
  };

  const designed = await ask("design", designPrompt(story, task));
  const design = readDesign(designed.reply, story);
  // Both are awaited whatever happens to the other, so that no paid reply is lost from the account.
  const [coded, tested] = await Promise.allSettled([
    ask("code", codePrompt(story, task, design)),
    ask("tests", testsPrompt(story, task, design)),
  ]);
  const codeExchange = valueOf(coded);
  const testsExchange = valueOf(tested);
  return {
    design,
    code: readCode(codeExchange.reply, design),
    tests: readTests(testsExchange.reply, design),
    exchanges: [designed, codeExchange, testsExchange],
  };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
