import { messageTree } from '../messageTree.ts';
import { problems } from './problems.ts';
import { window } from './window.ts';

export const catalogue = { ...window, problem: messageTree(problems) };
