import { z } from "zod";
import {
  type Answer,
  type Call,
  type Endpoints,
  Refusal,
  forbidden,
  invalid,
  notFound,
  page,
} from "./api.ts";
import { now } from "./moment.ts";
import { commentPayload, labelPayload, userPayload } from "./payloads.ts";
import { pullRequestOf } from "./pull-request-endpoints.ts";
import type { Comment, PullRequest } from "./pull-request.ts";
import { refuseLongText } from "./text-limits.ts";

const reading = { needs: ["issues:read", "pull-requests:read"] } as const;
const writing = { needs: ["issues:write", "pull-requests:write"] } as const;

const commentSchema = z.object({ body: z.string() });
const labelSchema = z.object({ name: z.string() });
const labelsSchema = z.object({ labels: z.array(z.union([z.string(), labelSchema])).default([]) });

const longestLabel = 50;

// Every issue of the stand-in is a pull request.
export const issueEndpoints: Endpoints = {
  "issues/list-comments": { ...reading, answer: listComments },
  "issues/create-comment": { ...writing, answer: createComment },
  "issues/get-comment": { ...reading, answer: (call) => shownComment(call, commentOf(call)) },
  "issues/update-comment": { ...writing, answer: updateComment },
  "issues/delete-comment": { ...writing, answer: deleteComment },
  "issues/list-labels-on-issue": { ...reading, answer: (call) => shownLabels(call) },
  "issues/add-labels": { ...writing, answer: addLabels },
  "issues/remove-label": { ...writing, answer: removeLabel },
  "issues/list-labels-for-repo": { needs: ["issues:read"], answer: listLabels },
  "issues/create-label": { needs: ["issues:write"], answer: createLabel },
  "issues/get-label": { needs: ["issues:read"], answer: getLabel },
  "repos/get-collaborator-permission-level": { needs: ["metadata:read"], answer: getPermission },
};

/** Of a login that nobody has, 404; of one without any right here, `none` or `read`. */
function getPermission({ repository, addresses, path }: Call): Answer {
  const login = path["username"] ?? "";
  const permission = repository.collaborators.get(login);
  if (permission === undefined) throw notFound();
  return {
    status: 200,
    body: {
      permission,
      role_name: permission,
      user: { ...userPayload(addresses, login), role_name: permission },
    },
  };
}

interface CommentOf {
  readonly pullRequest: PullRequest;
  readonly comment: Comment;
}

function commentOf({ repository, path }: Call): CommentOf {
  const id = Number(path["comment_id"]);
  for (const pullRequest of repository.pulls) {
    const comment = pullRequest.comments.find((one) => one.id === id);
    if (comment !== undefined) return { pullRequest, comment };
  }
  throw notFound();
}

function shownComment(call: Call, { pullRequest, comment }: CommentOf, status = 200): Answer {
  return { status, body: commentPayload(call.addresses, pullRequest, comment) };
}

function listComments(call: Call): Answer {
  const pullRequest = pullRequestOf(call);
  const since = call.query.get("since") ?? "";
  const comments = pullRequest.comments.filter(({ updatedAt }) => updatedAt >= since);
  return page(call, comments, (items) =>
    items.map((comment) => commentPayload(call.addresses, pullRequest, comment)),
  );
}

function textOf(call: Call): string {
  const { body } = commentSchema.parse(call.body);
  if (body.trim() === "") {
    throw invalid({ resource: "IssueComment", code: "unprocessable", field: "data" });
  }
  refuseLongText("IssueComment", "body", body);
  return body;
}

function createComment(call: Call): Answer {
  const pullRequest = pullRequestOf(call);
  const body = textOf(call);
  const known = call.repository.pulls.flatMap(({ comments }) => comments.map((one) => one.id));
  const id = Math.max(call.repository.id * 100_000, ...known) + 1;
  const comment = { id, body, user: "github-actions[bot]", createdAt: now(), updatedAt: now() };
  pullRequest.comments.push(comment);
  return shownComment(call, { pullRequest, comment }, 201);
}

function updateComment(call: Call): Answer {
  const found = commentOf(call);
  found.comment.body = textOf(call);
  found.comment.updatedAt = now();
  return shownComment(call, found);
}

function deleteComment(call: Call): Answer {
  const { pullRequest, comment } = commentOf(call);
  pullRequest.comments.splice(pullRequest.comments.indexOf(comment), 1);
  return { status: 204 };
}

function shownLabels(call: Call): Answer {
  const { repository } = call;
  const labels = pullRequestOf(call).labels.map((name) => repository.label(name));
  return page(call, labels, (items) =>
    items.map((label) => labelPayload(call.addresses, repository, label)),
  );
}

function addLabels(call: Call): Answer {
  const { repository } = call;
  const pullRequest = pullRequestOf(call);
  const names = labelNames(call.body);
  for (const name of names) refuseLabelName(name);
  const isNew = (name: string) => repository.findLabel(name) === undefined;
  if (names.some(isNew) && !call.has("issues:write")) throw forbidden();
  for (const { name } of names.map((given) => repository.label(given))) {
    if (!pullRequest.labels.includes(name)) pullRequest.labels.push(name);
  }
  return shownLabels(call);
}

function labelNames(body: unknown): readonly string[] {
  const { labels } = labelsSchema.parse(body ?? {});
  return labels.map((label) => (typeof label === "string" ? label : label.name));
}

function refuseLabelName(name: string): void {
  if (name.trim() !== "" && name.length <= longestLabel) return;
  throw invalid({ resource: "Label", code: "invalid", field: "name" });
}

function removeLabel(call: Call): Answer {
  const { labels } = pullRequestOf(call);
  const wanted = (call.path["name"] ?? "").toLowerCase();
  const index = labels.findIndex((label) => label.toLowerCase() === wanted);
  if (index < 0) throw new Refusal(404, "Label does not exist");
  labels.splice(index, 1);
  return shownLabels(call);
}

function listLabels(call: Call): Answer {
  return page(call, call.repository.labels, (items) =>
    items.map((label) => labelPayload(call.addresses, call.repository, label)),
  );
}

function createLabel(call: Call): Answer {
  const { name } = labelSchema.parse(call.body);
  refuseLabelName(name);
  if (call.repository.findLabel(name) !== undefined) {
    throw invalid({ resource: "Label", code: "already_exists", field: "name" });
  }
  const label = call.repository.label(name);
  return { status: 201, body: labelPayload(call.addresses, call.repository, label) };
}

function getLabel(call: Call): Answer {
  const label = call.repository.findLabel(call.path["name"] ?? "");
  if (label === undefined) throw notFound();
  return { status: 200, body: labelPayload(call.addresses, call.repository, label) };
}
