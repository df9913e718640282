// Entry of index.html.
import { openShell } from './shell.js';

openShell({ embed: false });
