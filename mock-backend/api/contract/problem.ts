import { z } from '@hono/zod-openapi';

/** One thing that is wrong with the request, and where. */
export const ProblemField = z
  .object({
    path: z.string().openapi({ example: 'amount.value', description: 'Place in the body, query or path' }),
    in: z.enum(['body', 'query', 'path', 'header']),
    message: z.string(),
  })
  .openapi('ProblemField');

/** RFC 9457 problem document with the code of the error catalogue. @see domain.md CC-19, §15 */
export const Problem = z
  .object({
    type: z.string().openapi({ example: 'urn:lk:problem:insufficient-funds' }),
    title: z.string(),
    status: z.int(),
    code: z
      .string()
      .openapi({ example: 'INSUFFICIENT_FUNDS', description: 'Code of the error catalogue; stable, never translated' }),
    detail: z
      .string()
      .openapi({ description: 'One sentence that may be shown to the user, in the language asked for' }),
    fields: z.array(ProblemField),
    traceId: z.string(),
    params: z
      .record(z.string(), z.string())
      .openapi({ description: 'Values named in the text: `short`, `need`, `date` …' }),
  })
  .openapi('Problem');
