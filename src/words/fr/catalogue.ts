import { messageTree } from '../messageTree.ts';
import { phrases } from './phrases.ts';
import { problems } from './problems.ts';
import { window } from './window.ts';

export const catalogue = { ...window, problem: messageTree(problems), phrase: phrases };
