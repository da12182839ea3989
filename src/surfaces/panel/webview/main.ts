/** The webview's program: the page's styles, the few elements used of @vscode-elements, and the panel itself. */
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { pageStyles } from './styles/theme.ts';
import './components/panel.ts';

const { styleSheet } = pageStyles();
if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
