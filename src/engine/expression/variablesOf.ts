import type { Expression, Name, Parsed } from './tree.ts';

/** Each mention of a variable, in the order of the text. */
export function mentionsOf({ tree }: Pick<Parsed, 'tree'>): Name[] {
  const names: Name[] = [];
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case 'name':
        names.push(node);
        break;
      case 'and':
      case 'or':
      case 'compare':
      case 'arithmetic':
        visit(node.left);
        visit(node.right);
        break;
      case 'not':
      case 'negative':
        visit(node.of);
        break;
      case 'missing':
      case 'in':
        names.push(node.variable);
        break;
      case 'call':
        node.given.forEach(visit);
        break;
      case 'number':
      case 'text':
        break;
    }
  };
  visit(tree);
  return names;
}

/** Names of the variables in an expression, each once, in the order of their first mention. */
export function variablesOf(parsed: Pick<Parsed, 'tree'>): string[] {
  return [...new Set(mentionsOf(parsed).map(({ name }) => name))];
}
