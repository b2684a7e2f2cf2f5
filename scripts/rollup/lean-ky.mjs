/**
 * Leaves out of ky what our client never asks of it (hooks, progress, search parameters, shortcuts, options of `fetch` that are not
 * of a request) and its checks of what our client gives, two thirds of its bytes in every page. The package for npm imports ky whole.
 *
 * Each cut is looked for in ky's own text: a version that reads otherwise stops the build instead of being cut wrongly.
 */

/** What is replaced in a module, each exactly once. */
const CUTS = {
  'core/Ky.js': [
    // Hooks: none are given.
    [/for \(const hook of ky\.#options\.hooks\.afterResponse\)[^]*?(?=ky\.#decorateResponse\(response\);\s*if)/],
    [/for \(const hook of ky\.#options\.hooks\.beforeError\)[^]*?(?=throw error;)/],
    [/for \(const hook of this\.#options\.hooks\.beforeRetry\)[^]*?(?=return this\.#retry\()/],
    [/for \(const hook of this\.#options\.hooks\.beforeRequest\)[^]*?(?=const nonRequestOptions)/],
    [/if \(error instanceof ForceRetryError && error\.customRequest\)[^]*?(?=return this\.#retry\(|for \(const hook)/],
    [/if \(errorObject instanceof ForceRetryError\) \{[^]*?\}/],
    [/hooks: mergeHooks\([^]*?options\.hooks\),/],
    [/#assignRequest\(request\) \{[^]*?\n {4}\}/],
    [/ky\.#decorateResponse\(response\);\s*(?=if)/],
    [/#decorateResponse\(response\) \{[^]*?\n {4}\}/],
    // Progress.
    [/if \(ky\.#options\.onDownloadProgress\) \{[^]*?(?=return response;)/],
    [/if \(this\.#options\.onUploadProgress\) \{[^]*?(?=\n {4}\}\n)/],
    [/#wrapRequestWithUploadProgress\(request, originalBody\) \{[^]*?\n {4}\}/],
    // Search parameters are part of our addresses; bodies are JSON or a Blob, and read from the response itself.
    [/static #normalizeSearchParams\([^]*?\n {4}\}/],
    [/if \(hasSearchParameters\([^]*?(?=\n {8}\/\/ If `onUploadProgress`|\n {4}\}\n)/],
    [/for \(const \[type, mimeType\] of [^]*?(?=return result;)/],
    [/const userProvidedContentType[^]*?(?=this\.request = new)/],
    [/this\.#options\.stringifyJson\?\.\(this\.#options\.json\) \?\? /],
    // What is given is right: one client makes all requests, and its types say how.
    [/if \(typeof ky\.#options\.timeout === 'number'[^]*?\n {12}\}/],
    [/if \(typeof this\.#input !== 'string' &&[^]*?\n {8}\}/],
    [/if \(this\.#input\.startsWith\('\/'\)\) \{[^]*?\n {12}\}/],
    [/if \(supportsAbortController && supportsAbortSignal\)/],
    [/else if \(typeof this\.#options\.retry\.jitter === 'function'\) \{[^]*?\n {8}\}/],
    [/error instanceof Error \? error : new NonError\(error\)/, 'error'],
    [/#cancelResponseBody\(response\) \{[^]*?\n {4}\}/],
    // Nobody looks at the options of an error; all of ours are of a request or of ky.
    [/ky\.#getNormalizedOptions\(\)/, 'ky.#options'],
    [/#getNormalizedOptions\(\) \{[^]*?\n {4}\}/],
    [/#cachedNormalizedOptions;/],
    // A request that has run out of time is not sent again, so none begins with a signal that is spent.
    [/if \(this\.#abortController\?\.signal\.aborted\) \{[^]*?\n {8}\}/],
    [/findUnknownOptions\(this\.request, this\.#options\)/, '{}'],
  ],
  // What was answered is read from the answer, and never shown as it stands here.
  'errors/HTTPError.js': [[/const code = [^]*?(?=super\()/], [/super\(`[^`]*`\)/, 'super()']],
  'errors/TimeoutError.js': [[/super\(`[^`]*`\)/, 'super()']],
  'index.js': [
    [/for \(const method of requestMethods\) \{[^]*?\n {4}\}/],
    [/ky\.extend = [^]*?\n {4}\};/],
    [/ky\.stop = stop;\s*ky\.retry = retry;/],
  ],
  'utils/normalize.js': [
    [/requestMethods\.includes\(input\) \? input\.toUpperCase\(\) : input/, 'input.toUpperCase()'],
    [/if \(typeof retry === 'number'\) \{[^]*?\n {4}\}/],
    [/if \(retry\.methods && [^]*?\n {4}\}/],
    [/retry\.methods &&= [^;]*;/],
    [/if \(retry\.statusCodes && [^]*?\n {4}\}/],
    [/const normalizedRetry = [^;]*;/],
    [/\.\.\.normalizedRetry/, '...retry'],
  ],
  'core/constants.js': [
    // Only a request that is streamed up needs it, and finding out makes a request object at every start.
    [/supportsRequestStreams = \(\(\) => \{[^]*?\n\}\)\(\)/, 'supportsRequestStreams = false'],
    // Only progress counts the bytes of a form.
    [/new TextEncoder\(\)\.encode\([^)]*\)\.length/, '0'],
  ],
};

/** Defaults and one call's options: one level, as our client gives them. */
const MERGE = `
export const validateAndMerge = (...sources) => Object.assign({}, ...sources);
export const mergeHeaders = (_, headers) => new Headers(headers);
`;

/** @returns {import('rollup').Plugin} */
export function leanKy() {
  return {
    name: 'lk-lean-ky',
    transform(code, id) {
      const [, file] = /\/ky\/distribution\/(.+)$/.exec(id.replaceAll('\\', '/')) ?? [];
      if (file === 'utils/merge.js') return { code: MERGE, map: null };
      const cuts = CUTS[file];
      if (!cuts) return null;
      let rest = code.replace(/^\s*\/\/.*$/gm, '');
      for (const [pattern, replacement = ''] of cuts) {
        if (rest.match(new RegExp(pattern.source, 'g'))?.length !== 1) {
          this.error(`ky has changed: ${pattern} is not once in ${file}. Compare scripts/rollup/lean-ky.mjs with it.`);
        }
        rest = rest.replace(pattern, replacement);
      }
      if (file === 'core/Ky.js') rest = rest.replace(', mergeHooks', '');
      this.parse(rest);
      return { code: rest, map: null };
    },
  };
}
