import { ProblemError, problemOfAnswer, requestHeaders, unreachable } from '../api/client.ts';

/**
 * Brings a file to the platform. `fetch` cannot tell how much has gone out, hence the older way.
 * @param path below `/api`
 * @param onProgress from 0 to 1
 * @throws ProblemError when it is refused or nobody can be reached
 */
export function upload<T>(
  path: string,
  file: File,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    for (const [name, value] of requestHeaders('POST')) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.slice(-100).toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as T);
      else reject(new ProblemError(problemOfAnswer(request.status, request.statusText, request.responseText)));
    });
    request.addEventListener('error', () =>
      reject(new ProblemError({ status: 0, code: unreachable, title: '', detail: '' })),
    );
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
