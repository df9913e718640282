// Entry of embed.html: the atlas in somebody else's page.
import { openShell } from './shell.js';

openShell({ embed: true });
