// Entry of the one-file edition: the files stand in the page itself.
import { inlineFiles } from './loader.js';
import { openShell } from './shell.js';

openShell({ embed: false, files: inlineFiles() });
