import type { ZodError } from 'zod';
import type { FieldIssue } from './problem-error.ts';

/** A zod error's paths to field issues; `path` `[]` (the body itself) is called `body`. */
export function fieldsOf(error: ZodError): Record<string, FieldIssue> {
  return Object.fromEntries(
    error.issues.map((issue) => [issue.path.map(String).join('.') || 'body', issueOf(issue)] as const),
  );
}

function issueOf(issue: ZodError['issues'][number]): FieldIssue {
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'required';
  if (issue.code === 'invalid_type' && issue.message.includes('undefined')) return 'required';
  return 'invalid';
}
