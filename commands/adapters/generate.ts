import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Authoring } from "../../actions/generate/authoring.ts";
import { DEFAULT_BASE_URL, openAiModel } from "../../src/authoring/adapters/openai.ts";
import { isLocal } from "../../src/authoring/api-key.ts";
import { engineJudge } from "../../src/authoring/engine-judge.ts";
import type { Model } from "../../src/authoring/model.ts";
import { isRealKey, SHORTEST_REAL_KEY } from "../../src/authoring/secret-text.ts";
import { ALWAYS_SHARED } from "../../src/candidate/shared-inputs.ts";
import { type Config, CONFIG_PATH, parseConfig } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { Lanes } from "../../src/foundation/lanes.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { installedPython } from "../../src/proof/adapters/installed-python.ts";
import { pipIndex } from "../../src/proof/adapters/pip-index.ts";
import { pythonNamed } from "../../src/proof/adapters/python-by-version.ts";
import { pythonReader } from "../../src/proof/adapters/python-reader.ts";
import { tellProgress } from "../../src/proof/tell-progress.ts";
import { parseStory } from "../../src/story/story.ts";
import { META, taskFolder, type TaskContent } from "../../src/task/folder.ts";
import { isUntouched, Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import type { PresentTask } from "../../src/task/present-task.ts";
import { StoryRef } from "../../src/task/story-ref.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Answer } from "../answer.ts";
import { check } from "../check/check.ts";
import type { Asked } from "../commands.ts";
import { generate } from "../generate/generate.ts";
import { bytesAt, pathIn, repositoryAround, storyFilesIn, textAt } from "./folder.ts";
import { progressOn, type Progress } from "./progress.ts";
import { filesIn } from "./replay.ts";
import { assertLinux, programNamed } from "./verify.ts";

/** Makes the tasks of one story, and writes them into the working tree. */
export async function generateAsked(asked: Asked): Promise<Answer> {
  const isDryRun = asked.isSet("dryRun");
  if (!isDryRun) assertLinux("generate checks its own work in complete isolation");
  const root = repositoryAround(asked.directory);
  const path = pathIn(root, asked.words[0] ?? "");
  const files = storyFilesIn(root);
  const bytes = files.read(path);
  if (bytes === null) throw new PipelineError("INPUT_INVALID", `There is no file ${path}`);
  const read = parseStory(path, bytes);
  // What is wrong with it `check` says best.
  if (!read.ok) return check([path], files);
  const config = configOf(asked, textAt(join(root, CONFIG_PATH)));
  const temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-generate-"));
  const progress = progressOn(process);
  try {
    return await generate(
      read.story,
      { again: asked.isSet("again"), isDryRun },
      {
        authoring: authoringOf(asked, config, { root, temporary, progress }),
        log: progress.log,
        assertAskable: () => void keyFor(asked.text("baseUrl") ?? DEFAULT_BASE_URL),
        present: (task) => presentIn(root, task),
        write: (task, made) => writeTask(root, task, made),
      },
    );
  } finally {
    progress.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function configOf(asked: Asked, text: string | null): Config {
  const config = parseConfig(text);
  const budget = asked.text("budgetUsd");
  if (budget === null) return config;
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(budget)) {
    throw new PipelineError("INPUT_INVALID", "--budget-usd must be an amount in USD, such as 0.50");
  }
  return { ...config, "budget-usd": Number(budget) };
}

function authoringOf(
  asked: Asked,
  config: Config,
  {
    root,
    temporary,
    progress,
  }: { readonly root: string; readonly temporary: string; readonly progress: Progress },
): Authoring {
  const { log } = progress;
  const python = programNamed(asked.text("python") ?? pythonNamed(config.python, process.env));
  const hidden = [root, temporary, homedir()];
  const reader = pythonReader(python, temporary);
  const judging = new Lanes(availableParallelism());
  const environments = installedPython({ python, isolation: "required", hidden, temporary, log });
  const options = { config, model: asked.text("model") ?? "" };
  return new Authoring(options, {
    modelOf: modelsOf(asked, config),
    reader,
    index: pipIndex({ python, temporary, hidden }),
    judgeOf: (task, _story, { "check-seconds": checkSeconds, ...settings }) =>
      engineJudge(task, _story, {
        environments,
        config: settings,
        checkSeconds,
        reader,
        sharedRequirements: () => Promise.resolve(sharedIn(root)),
        random: (limit) => randomInt(limit),
        now,
        progress: tellProgress(task, log, now),
        judging,
      }),
    now,
    keepTranscript: keeperIn(asked.text("keep")),
    log,
    version: VERSION,
  });
}

/** Seconds since the process began. */
function now(): number {
  return performance.now() / 1_000;
}

/** The key is taken from the environment alone, goes to the one server that is named, and is nobody else's to read. */
function modelsOf(asked: Asked, config: Config): (name: string) => Model {
  const models = new Map<string, Model>();
  return (name) => {
    const known = models.get(name);
    if (known !== undefined) return known;
    const baseUrl = asked.text("baseUrl") ?? DEFAULT_BASE_URL;
    const apiKey = keyFor(baseUrl);
    const model = openAiModel({ apiKey, baseUrl, model: name, style: config["api-style"] });
    models.set(name, model);
    return model;
  };
}

function keyFor(baseUrl: string): string {
  const apiKey = process.env["OPENAI_API_KEY"] ?? "";
  if (URL.parse(baseUrl)?.protocol.startsWith("http") !== true) {
    throw new PipelineError("INPUT_INVALID", "--base-url must be an http(s) URL");
  }
  if (apiKey === "") {
    throw new PipelineError(
      "INPUT_INVALID",
      "OPENAI_API_KEY is empty, and a model is asked with it",
      {
        hint: "Set that variable of the environment to the key of the model's server; to any text, such as no-key-is-needed-here, if it wants none. --dry-run needs no key, and says what it would cost.",
      },
    );
  }
  if (!isRealKey(apiKey) && !isLocal(baseUrl)) {
    throw new PipelineError(
      "INPUT_INVALID",
      `OPENAI_API_KEY has ${apiKey.length} characters, and a key has at least ${SHORTEST_REAL_KEY}`,
      { hint: "Check that variable of the environment." },
    );
  }
  return apiKey;
}

function keeperIn(folder: string | null): (task: TaskId, text: string) => void {
  return (task, text) => {
    if (folder === null) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${task}.transcript.jsonl`), text);
  };
}

function sharedIn(root: string): TaskContent[] {
  return ALWAYS_SHARED.flatMap((path) => {
    const content = bytesAt(join(root, path));
    return content === null ? [] : [{ path, content }];
  });
}

function presentIn(root: string, task: TaskId): PresentTask | null {
  const files = new Map(
    filesIn(join(root, taskFolder(task))).map(({ path, content }) => [path, content]),
  );
  if (files.size === 0) return null;
  const manifest = readMeta(Manifest, files.get(META.manifest));
  const reference = readMeta(StoryRef, files.get(META.storyRef));
  const isUnfinished = manifest !== null && files.size === 1;
  return {
    tree: "",
    files,
    isUnfinished,
    story: reference?.sha256 ?? (isUnfinished ? manifest.story.sha256 : null),
    storyPath: reference?.story ?? null,
    isUntouched: isUntouched(files),
    attempts: manifest?.attempts ?? [],
  };
}

/** Written beside its place, and moved there when it is whole. */
function writeTask(root: string, task: TaskId, files: ReadonlyMap<string, Uint8Array>): void {
  const target = join(root, taskFolder(task));
  mkdirSync(dirname(target), { recursive: true });
  const scratch = mkdtempSync(join(dirname(target), ".writing-"));
  try {
    for (const [path, content] of files) {
      const file = join(scratch, "new", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const old = join(scratch, "old");
    mkdirSync(old);
    try {
      renameSync(target, join(old, task));
    } catch {
      // There was none.
    }
    renameSync(join(scratch, "new"), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
