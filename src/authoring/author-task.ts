import { PipelineError } from "../foundation/errors.ts";
import type { Log } from "../runner/log.ts";
import type { Story, StoryTask } from "../story/story.ts";
import type { Stage } from "../task/manifest.ts";
import type { Model } from "./model.ts";
import { codePrompt, designPrompt, testsPrompt, type Prompt } from "./prompts.ts";
import { DESIGN_SCHEMA, FILES_SCHEMA, readCode, readDesign, readTests } from "./replies.ts";
import type { Spending } from "./spending.ts";
import type { AuthoredTask } from "./task-files.ts";
import type { Exchange } from "./transcript.ts";

interface Author {
  readonly model: Model;
  readonly log: Log;
  /** Hears of each reply, usable or not, because each costs money; and stops before a question that is not paid for. */
  readonly spending: Spending;
}

/**
 * Asks the model for one task: the design, then code and tests at the same time, each blind to the other. Every reply
 * is read whole before the next question.
 */
export async function authorTask(
  story: Story,
  task: StoryTask,
  { model, log, spending }: Author,
): Promise<AuthoredTask> {
  const ask = async (stage: Stage, prompt: Prompt): Promise<Exchange> => {
    spending.assertMayGoOn(model.name);
    const schema = stage === "design" ? DESIGN_SCHEMA : FILES_SCHEMA;
    const request = { stage, ...prompt, schema };
    const exchange = { request, reply: await model.ask(request) };
    spending.add(model.name, exchange.reply.tokens);
    const { input, output } = exchange.reply.tokens;
    log.info(`  ${stage}: ${model.name} answered (${input} tokens in, ${output} out)`);
    return exchange;
  };

  const designed = await ask("design", designPrompt(story, task));
  const design = readDesign(designed.reply, story, task.id);
  const [[codeExchange, code], [testsExchange, tests]] = await both(
    ask("code", codePrompt(story, task, design)).then(
      (exchange) => [exchange, readCode(exchange.reply, design)] as const,
    ),
    ask("tests", testsPrompt(story, task, design)).then(
      (exchange) => [exchange, readTests(exchange.reply, design)] as const,
    ),
  );
  return { design, code, tests, exchanges: [designed, codeExchange, testsExchange] };
}

/** Both are awaited whatever happens to the other, so that no paid reply is lost from the account, nor a fault. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === "rejected" && other.status === "rejected") {
    throw joined(one.reason, other.reason);
  }
  if (one.status === "rejected") throw one.reason;
  if (other.status === "rejected") throw other.reason;
  return [one.value, other.value];
}

function joined(one: unknown, other: unknown): unknown {
  if (!(one instanceof PipelineError)) return one;
  if (!(other instanceof PipelineError)) return other;
  if (one.message === other.message) return one;
  return new PipelineError(one.code, `${one.message}\n${other.message}`, {
    ...(one.hint !== undefined && { hint: one.hint }),
    cause: [one.cause, other.cause],
  });
}
