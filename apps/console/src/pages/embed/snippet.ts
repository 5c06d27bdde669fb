/** A frame tall enough for the form before the script has told its height, and where the script is not let run. */
const FIRST_HEIGHT_PX = 900;

interface Of {
  /** The outside address of this platform, such as `https://help.example.org`. */
  readonly origin: string;
  readonly tenant: string;
  readonly entryPoint: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
}

/** What a site's page needs to show a form: the frame, and the script that gives it its height. */
export function snippetFor({ origin, tenant, entryPoint, title }: Of): string {
  return [
    `<iframe src="${origin}/embed/${tenant}/${entryPoint}" title="${attribute(title)}"`,
    `  style="width: 100%; height: ${FIRST_HEIGHT_PX}px; border: 0" loading="lazy"></iframe>`,
    `<script src="${origin}/embed.js" async></script>`,
  ].join('\n');
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
