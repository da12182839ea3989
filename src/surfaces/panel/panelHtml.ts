export interface PanelPage {
  /** The source that the webview's own files are loaded from. */
  cspSource: string;
  /** Used once. */
  nonce: string;
  scriptUri: string;
  /** The style sheet that declares the codicon font. */
  codiconsUri: string;
  /** A BCP 47 tag. */
  language: string;
  title: string;
}

/**
 * The page that loads the webview's program. Its policy lets in that one script, the codicon font and drawings made on
 * the spot, and nothing else: no inline style, no handler, no connection. Styles of components are constructed in the
 * program, which the policy of the page does not concern.
 */
export function panelHtml({ cspSource, nonce, scriptUri, codiconsUri, language, title }: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escapeAttribute(codiconsUri)}">
</head>
<body>
<ha-panel></ha-panel>
<script type="module" nonce="${nonce}" src="${escapeAttribute(scriptUri)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
