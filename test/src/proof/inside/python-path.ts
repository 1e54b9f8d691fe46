import { fileURLToPath } from "node:url";

const INSIDE = new URL("../../../../src/proof/inside/", import.meta.url);

/** Where the programs of the inside find each other in tests; a session has all of them in one folder. */
export const PYTHON_PATH = ["", "reach", "source", "values"]
  .map((folder) => fileURLToPath(new URL(folder, INSIDE)))
  .join(":");
