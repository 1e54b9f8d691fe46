// The whole bundled discover against the git floor and a bare Node, in one run. See README.md.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startGitHub } from "../world/github.ts";
import { benchRepository, git } from "./discover-repository.ts";

const CHANGED = [10, 1_000, 10_000] as const;
// Each writes 102,000 files, which stay until the end: to remove them takes longer on some disks.
const CHECKOUTS = 2;
const FILES = [22_000, 102_000] as const;
const bundle =
  process.env["BUNDLE"] ?? fileURLToPath(new URL("../dist/discover/index.js", import.meta.url));
const rounds = Number(process.env["ROUNDS"] ?? 15);
const directory = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "bench-discover-"));

interface Measured {
  readonly milliseconds: number;
  readonly stdoutBytes: number;
}

if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run \`npm run build\``);
try {
  if (process.argv[2] !== "checkout") for (const files of FILES) benchLocal(files);
  await benchWithoutCheckout(FILES[1]);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** A job whose checkout has the objects: the pull request's head, compared with the present tip of main. */
function benchLocal(files: number): void {
  const server = join(directory, String(files));
  const repository = benchRepository(join(server, "org", "repo"), files, CHANGED);
  const workspace = join(directory, `workspace-${files}`);
  git(directory, ["clone", "--quiet", "--no-checkout", repository.path, workspace]);
  const jobs = CHANGED.map((count) => {
    const head = repository.heads.get(count) ?? "";
    const diff = ["diff", "--no-renames", "-z", "--name-only", repository.main, head];
    const environment = job(`file://${server}`, "org/repo", head, workspace);
    return {
      count,
      environment,
      floor: () => measure("git", ["-C", repository.path, ...diff], {}),
      discover: () => measure(process.execPath, [bundle], environment),
    };
  });
  const [node, ...results] = interleaved([
    () => measure(process.execPath, ["-e", "0"], {}),
    ...jobs.flatMap(({ floor, discover }) => [floor, discover]),
  ]);
  const rows = jobs.map(({ count, environment }, index) => ({
    count,
    floor: results[2 * index]!,
    discover: results[2 * index + 1]!,
    kilobytes: peakKilobytes(environment),
  }));
  console.log(
    `\n${files} files, objects in the checkout; best and median of ${rounds} rounds, ms; node -e 0: ${shown(node!)}\n`,
  );
  console.log(
    "| changed tasks | git diff | discover | discover / git | discover / node | stdout | peak memory |",
  );
  console.log("|---|---|---|---|---|---|---|");
  for (const { count, floor, discover, kilobytes } of rows) {
    console.log(
      `| ${count} | ${shown(floor)} | ${shown(discover)} | ${ratio(discover, floor)} | ${ratio(discover, node!)} | ${discover[0]?.stdoutBytes ?? 0} B | ${(kilobytes / 1_000).toFixed(0)} MB |`,
    );
  }
  const [few, many] = [rows[0]!, rows.at(-1)!];
  const further = few.discover.map(
    ({ milliseconds }, round) => many.discover[round]!.milliseconds - milliseconds,
  );
  const microseconds = (median(further) * 1_000) / (many.count - few.count);
  console.log(`\nA further task, median of the rounds: ${microseconds.toFixed(2)} µs`);
}

/** A job without a checkout, against fetching depth 2 and writing the work tree, both over git's HTTP. */
async function benchWithoutCheckout(files: number): Promise<void> {
  const github = await startGitHub();
  try {
    const served = github.createRepository("org/repo", { files: { "README.md": "1" } });
    rmSync(served.path, { recursive: true });
    const repository = benchRepository(served.path, files, [10]);
    const head = repository.heads.get(10) ?? "";
    const login = `http.${github.serverUrl}/.extraheader=AUTHORIZATION: basic ${Buffer.from(`x-access-token:${github.token}`).toString("base64")}`;
    const discover: number[] = [];
    const checkout: number[] = [];
    for (let round = 0; round < CHECKOUTS; round++) {
      const environment = {
        ...job(github.serverUrl, "org/repo", head, ""),
        "INPUT_GITHUB-TOKEN": github.token,
      };
      discover.push(await timed(process.execPath, [bundle], environment));
      const work = join(directory, `work-${round}`);
      mkdirSync(work);
      git(work, ["init", "--quiet"]);
      const started = performance.now();
      await timed(
        "git",
        [
          "-C",
          work,
          "-c",
          login,
          "fetch",
          "--quiet",
          "--no-tags",
          "--depth=2",
          `${github.serverUrl}/org/repo`,
          head,
        ],
        {},
      );
      await timed("git", ["-C", work, "checkout", "--quiet", "--force", head], {});
      checkout.push(performance.now() - started);
    }
    console.log(
      `\n${files} files over HTTP, no checkout against fetch and checkout of depth 2, median ms\n`,
    );
    console.log(
      `discover ${median(discover).toFixed(0)}, checkout ${median(checkout).toFixed(0)}: ${(median(discover) / median(checkout)).toFixed(3)}`,
    );
  } finally {
    await github.stop();
  }
}

function job(
  serverUrl: string,
  name: string,
  head: string,
  workspace: string,
): Record<string, string> {
  const files = mkdtempSync(join(directory, "job-"));
  const event = join(files, "event.json");
  const side = { repo: { full_name: name } };
  writeFileSync(join(files, "output"), "");
  writeFileSync(
    event,
    JSON.stringify({
      action: "synchronize",
      repository: { full_name: name, default_branch: "main" },
      pull_request: {
        number: 7,
        user: { login: "octocat" },
        head: { ...side, ref: "work", sha: head },
        base: { ...side, ref: "main", sha: head },
      },
    }),
  );
  return {
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: join(files, "output"),
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_REPOSITORY: name,
    GITHUB_RUN_ID: "1",
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: files,
  };
}

function measure(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Measured {
  const started = performance.now();
  const { stdout, error } = spawnSync(program, args, {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return { milliseconds: performance.now() - started, stdoutBytes: stdout.length };
}

/** Not blocking, because the server runs in this process. */
async function timed(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<number> {
  const started = performance.now();
  const child = spawn(program, args, {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: "ignore",
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return performance.now() - started;
}

/** One after the other in each round, so that a busy moment meets all of them. */
function interleaved(runs: readonly (() => Measured)[]): Measured[][] {
  const results = runs.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) results[index]?.push(run());
  }
  return results;
}

function peakKilobytes(environment: Record<string, string>): number {
  const report =
    'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(2, String(process.resourceUsage().maxRSS)));';
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(report)}`, bundle],
    { env: { PATH: process.env["PATH"] ?? "", ...environment }, encoding: "utf8" },
  );
  return Number(/\d+$/.exec(stderr)?.[0] ?? 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function best(results: readonly Measured[]): number {
  return Math.min(...results.map(({ milliseconds }) => milliseconds));
}

/** Of the best times, and of the medians. */
function ratio(results: readonly Measured[], floor: readonly Measured[]): string {
  return `${(best(results) / best(floor)).toFixed(2)} / ${(middle(results) / middle(floor)).toFixed(2)}`;
}

function middle(results: readonly Measured[]): number {
  return median(results.map(({ milliseconds }) => milliseconds));
}

function shown(results: readonly Measured[]): string {
  return `${best(results).toFixed(1)} / ${middle(results).toFixed(1)}`;
}
