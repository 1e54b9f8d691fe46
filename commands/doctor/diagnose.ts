import { DEFAULT_MODEL, priceOf } from "../../src/authoring/prices.ts";
import { faultText } from "../../src/config/config-faults.ts";
import { type Config, CONFIG_PATH, parseConfig, readConfigText } from "../../src/config/config.ts";
import type { Facts, Seen } from "./facts.ts";
import { advice, type Finding, fine, ifSeen, missing } from "./findings.ts";
import { ruleFindings } from "./rule-findings.ts";
import { workflowFindings } from "./workflow-findings.ts";

const KEY = "OPENAI_API_KEY";
const MODEL = "AGENT_PIPELINE_MODEL";
const BASE_URL = "OPENAI_BASE_URL";
const LABELS = ["agent-pipeline", "needs-human"];
const DEFAULT_CONFIG = parseConfig(null);

/** All that keeps a repository from working, or may; with what cannot be told. */
export async function diagnose(facts: Facts): Promise<readonly Finding[]> {
  const { url } = facts;
  const config = configOf(facts.config);
  return [
    ...ifSeen("repository", facts.repository, ({ isArchived, hasIssues, allowsMergeCommits }) => [
      isArchived
        ? missing("repository", "is archived: nothing can be pushed", `${url}/settings`)
        : fine("repository", "takes pushes"),
      ...(hasIssues
        ? []
        : [advice("issues", "are turned off: the issue form cannot be used", `${url}/settings`)]),
      ...(allowsMergeCommits === false
        ? [
            advice(
              "merges",
              "merge commits are not allowed: set `merge-method: squash` for the gate, or allow them",
              `${url}/settings`,
            ),
          ]
        : []),
    ]),
    ...actionsFindings(facts),
    ...ifSeen(
      "pull requests",
      facts.mayCreatePullRequests,
      (may) =>
        may
          ? fine("pull requests", "GitHub Actions may create them")
          : missing(
              "pull requests",
              'turn on "Allow GitHub Actions to create and approve pull requests"',
              `${url}/settings/actions`,
            ),
      `${url}/settings/actions`,
    ),
    ...keyFindings(facts),
    ...ifSeen(
      "labels",
      facts.labels,
      (labels) => {
        const lacks = LABELS.filter((name) => !labels.includes(name));
        return fine(
          "labels",
          lacks.length === 0
            ? "are there"
            : `${lacks.join(" and ")} will be made when they are needed`,
        );
      },
      `${url}/labels`,
    ),
    ...ifSeen("workflows", facts.workflows, (files) =>
      workflowFindings(files, config ?? DEFAULT_CONFIG, url),
    ),
    ...rulesFindings(facts, config),
    ...ifSeen(CONFIG_PATH, facts.config, (text) => configFindings(text, url)),
    ...(await modelFindings(facts, config ?? DEFAULT_CONFIG)),
  ];
}

function rulesFindings({ rules, protection, url }: Facts, config: Config | null): Finding[] {
  const at = `${url}/settings/rules`;
  const all = [rules, protection].flatMap((each) => (each.kind === "seen" ? each.value : []));
  const isAllSeen = rules.kind === "seen" && protection.kind === "seen";
  return [
    ...(all.length > 0 || isAllSeen ? ruleFindings(all, config, url) : []),
    ...ifSeen("rules", rules, () => [], at),
    ...ifSeen("protection of the branch", protection, () => [], `${url}/settings/branches`),
  ];
}

/** null where it cannot be read or seen. */
function configOf(seen: Seen<string | null>): Config | null {
  if (seen.kind === "unseen") return null;
  const read = readConfigText(seen.value ?? "");
  return read.ok ? read.value : null;
}

function configFindings(text: string | null, url: string): Finding[] {
  if (text === null) return [fine(CONFIG_PATH, "is not there, and need not be")];
  const read = readConfigText(text);
  if (read.ok) return [fine(CONFIG_PATH, "can be read")];
  return read.faults.map((fault) =>
    missing(CONFIG_PATH, faultText(fault), `${url}/blob/HEAD/${CONFIG_PATH}`),
  );
}

function actionsFindings({ actions, allowedActions, url }: Facts): Finding[] {
  const at = `${url}/settings/actions`;
  return ifSeen(
    "actions",
    actions,
    ({ isEnabled, allowed }) => {
      if (!isEnabled)
        return missing("actions", "GitHub Actions is turned off for this repository", at);
      if (allowed === "local_only") {
        return missing(
          "actions",
          "only actions of this owner may be used: allow org/agent-pipeline@*",
          at,
        );
      }
      if (allowed !== "selected")
        return fine("actions", "GitHub Actions may run, and use actions of others");
      if (allowedActions === null) return fine("actions", "GitHub Actions may run");
      return ifSeen(
        "actions",
        allowedActions,
        ({ patterns, allOfGitHub }) => {
          const may = (owner: string): boolean =>
            patterns.some((pattern) => pattern === "*" || pattern.startsWith(`${owner}/`));
          const lacks = [
            ...(may("org") ? [] : ["org/agent-pipeline@*"]),
            // For the token of an App; the runner fetches it whether it is used or not.
            ...(allOfGitHub || may("actions") ? [] : ["actions/create-github-app-token@*"]),
          ];
          return lacks.length === 0
            ? fine("actions", "agent-pipeline is among the allowed actions")
            : missing(
                "actions",
                `selected actions alone may be used: add ${lacks.join(" and ")} to the list`,
                at,
              );
        },
        at,
      );
    },
    at,
  );
}

/** A server of one's own may want no key. */
function keyFindings(facts: Facts): Finding[] {
  const { secrets, lentSecrets, url } = facts;
  const about = `secret ${KEY}`;
  const at = `${url}/settings/secrets/actions`;
  return ifSeen(
    about,
    secrets,
    (own) => {
      if (own.includes(KEY)) return fine(about, "is there; its value is told to nobody");
      return ifSeen(
        about,
        lentSecrets,
        (lent) => {
          if (lent.includes(KEY)) return fine(about, "is lent by the organization");
          const says = `is not there: add it ("New repository secret"). Under another name hand it on as \`openai-api-key\` in agent-pipeline.yml`;
          const server = variableOf(facts, BASE_URL);
          return server.kind === "unseen" || server.value === null
            ? missing(about, says, at)
            : advice(about, `${says}. A server at ${server.value} may want none`, at);
        },
        at,
      );
    },
    at,
  );
}

/** What a variable says, of the repository or else of its organization; null where it is not set, which means the same as empty. */
function variableOf({ variables, lentVariables }: Facts, name: string): Seen<string | null> {
  if (variables.kind === "unseen") return variables;
  const own = variables.value[name];
  if (own !== undefined) return { kind: "seen", value: own === "" ? null : own };
  if (lentVariables.kind === "unseen") return lentVariables;
  return { kind: "seen", value: lentVariables.value[name] || null };
}

async function modelFindings(facts: Facts, config: Config): Promise<Finding[]> {
  const { url } = facts;
  const at = `${url}/settings/variables/actions`;
  const model = variableOf(facts, MODEL);
  const server = variableOf(facts, BASE_URL);
  if (model.kind === "unseen") {
    return [{ about: `variable ${MODEL}`, state: "unknown", says: model.why, at }];
  }
  if (server.kind === "unseen") {
    return [{ about: `variable ${BASE_URL}`, state: "unknown", says: server.why, at }];
  }
  const usual = model.value ?? DEFAULT_MODEL;
  const { design = usual, code = usual, tests = usual, repair = usual } = config.models;
  const names = [...new Set([design, code, tests, repair])];
  const found = await Promise.all(
    names.map(async (name) => ({ name, seen: await facts.models(name, server.value) })),
  );
  return found.flatMap(({ name, seen }): Finding[] => [
    ...ifSeen(
      `model ${name}`,
      seen,
      (isOffered) =>
        isOffered
          ? fine(`model ${name}`, "is offered by its server")
          : missing(
              `model ${name}`,
              `its server does not offer it, or not any more: name another one in the variable ${MODEL}`,
              at,
            ),
      at,
    ),
    ...(priceOf(name, config.prices) === null
      ? [
          advice(
            `price of ${name}`,
            "is not known, so that `budget-usd` bounds nothing: state it under `prices` of the config",
          ),
        ]
      : []),
  ]);
}
