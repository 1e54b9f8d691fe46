import type { RepositoryReader } from "../git/repository.ts";
import { CONFIG_MAX_BYTES, CONFIG_PATH, parseConfig, type Config } from "./config.ts";

/** The config of a commit: for whatever is proposed, that of the base branch's tip, so that no proposal changes it. */
export async function readConfigAt(repository: RepositoryReader, commit: string): Promise<Config> {
  const file = await repository.objectAt(commit, CONFIG_PATH);
  if (file === null) return parseConfig(null);
  const blobs = await repository.readBlobs([file.oid], CONFIG_MAX_BYTES);
  return parseConfig(new TextDecoder().decode(blobs.get(file.oid)));
}
