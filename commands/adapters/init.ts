import { lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { PipelineError } from "../../src/foundation/errors.ts";
import { checkoutFolders } from "../../src/git/adapters/checkout.ts";
import { STORIES } from "../../src/story/story.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { type Ground, init } from "../init/init.ts";
import { filesBelow, repositoryAround, textAt } from "./folder.ts";
import { placeOf } from "./github.ts";
import { defaultBranch } from "./local-branches.ts";

const README = new URL("../../README.md", import.meta.url);

/** Furnishes the repository around a folder. */
export function initAsked(asked: Asked): Answer {
  const root = repositoryAround(asked.directory);
  return init(groundAt(root, asked), {
    readme: readFileSync(fileURLToPath(README), "utf8"),
    uses: asked.text("uses") ?? "org/agent-pipeline@v1",
    isDryRun: asked.isSet("dryRun"),
  });
}

function groundAt(root: string, asked: Asked): Ground {
  const folders = checkoutFolders(root);
  return {
    branch: folders === null ? "main" : defaultBranch(folders),
    url: urlOf(asked, root),
    hasStories: filesBelow(root, STORIES).some((path) => /\.(?:json|md)$/.test(path)),
    read: (path) => textAt(join(root, path)),
    write(path, text) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      assertInside(root, dirname(file), path);
      try {
        // Fails where anything has that name, a link that leads nowhere included.
        writeFileSync(file, text, { flag: "wx" });
        return "written";
      } catch (error) {
        if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return "exists";
        throw new PipelineError("INPUT_INVALID", `${path} cannot be written: ${String(error)}`, {
          cause: error,
        });
      }
    },
  };
}

/** A folder may be a link to anywhere. */
function assertInside(root: string, folder: string, path: string): void {
  const top = realpathSync(root);
  const real = realpathSync(folder);
  if (real === top || real.startsWith(top + sep)) return;
  throw new PipelineError("INPUT_INVALID", `${path} lies outside of the repository, by a link`);
}

function urlOf(asked: Asked, root: string): string | null {
  try {
    const { host, name } = placeOf(asked, root);
    return `https://${host}/${name.owner}/${name.repo}`;
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}
