import manifest from "../../package.json" with { type: "json" };

/** The version of agent-pipeline that is running: part of what evidence depends on. */
export const VERSION: string = manifest.version;
