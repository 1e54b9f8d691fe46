import { PipelineError } from "../../foundation/errors.ts";
import type { Permission, Permissions } from "../permissions.ts";
import { ask, statusOf, type Octokit, type RepositoryName } from "./api.ts";

const KNOWN: readonly Permission[] = ["admin", "write", "read"];

export function githubPermissions({ rest }: Octokit, here: RepositoryName): Permissions {
  return {
    async of(login) {
      try {
        const { data } = await ask(`ask what ${login} may do here`, () =>
          rest.repos.getCollaboratorPermissionLevel({ ...here, username: login }),
        );
        return KNOWN.find((one) => one === data.permission) ?? "none";
      } catch (error) {
        if (error instanceof PipelineError && statusOf(error.cause) === 404) return "none";
        throw error;
      }
    },
  };
}
