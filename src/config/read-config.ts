import { PipelineError } from "../foundation/errors.ts";
import type { RepositoryReader } from "../git/repository.ts";
import { CONFIG_MAX_BYTES, CONFIG_PATH, parseConfig, type Config } from "./config.ts";

/** The config as the tip of the base branch states it, never as a pull request does. */
export async function readConfig(
  repository: RepositoryReader,
  baseBranch: string,
): Promise<Config> {
  const tip = await repository.branchTip(baseBranch);
  if (tip === null) {
    throw new PipelineError(
      "INPUT_INVALID",
      `The base branch ${JSON.stringify(baseBranch)} does not exist`,
    );
  }
  return readConfigAt(repository, tip);
}

export async function readConfigAt(repository: RepositoryReader, commit: string): Promise<Config> {
  const file = await repository.objectAt(commit, CONFIG_PATH);
  if (file === null) return parseConfig(null);
  const blobs = await repository.readBlobs([file.oid], CONFIG_MAX_BYTES);
  return parseConfig(new TextDecoder().decode(blobs.get(file.oid)));
}
