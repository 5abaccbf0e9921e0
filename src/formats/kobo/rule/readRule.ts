import { ruleFunctions, ruleOperators, type Rule, type RuleFunction, type RuleOperator } from './rule.ts';

/** Why a rule was not read: a function that is not known here, or words that do not make a rule. */
export class UnreadRule extends Error {
  readonly reason: 'function' | 'syntax';
  /** The function’s name, or the place from which it was not understood. */
  readonly detail: string;

  constructor(reason: UnreadRule['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

const longest = 20_000;
const deepest = 100;

type Token =
  | { readonly kind: 'number' | 'text' | 'question' | 'name' | 'sign'; readonly words: string; at: number }
  | { readonly kind: 'end'; readonly words: ''; at: number };

/**
 * Reads a constraint as XLSForm writes it.
 *
 * @throws UnreadRule for what it uses beyond `Rule`: paths, other functions, other axes.
 */
export function readRule(words: string): Rule {
  if (words.length > longest) throw new UnreadRule('syntax', words.slice(0, 30));
  return new RuleReader(words).read();
}

class RuleReader {
  readonly #words: string;
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(words: string) {
    this.#words = words;
    this.#tokens = tokensOf(words);
  }

  read(): Rule {
    const rule = this.#operations(0);
    if (this.#next.kind !== 'end') throw this.#unread();
    return rule;
  }

  get #next(): Token {
    return this.#tokens[this.#place];
  }

  #unread(): UnreadRule {
    return new UnreadRule('syntax', this.#words.slice(this.#next.at, this.#next.at + 30));
  }

  #operations(level: number): Rule {
    if (level === ruleOperators.length) return this.#signed();
    let left = this.#operations(level + 1);
    for (;;) {
      const operator = this.#operatorAt(level);
      if (operator === undefined) return left;
      this.#place++;
      left = { kind: 'operation', operator, left, right: this.#operations(level + 1) };
    }
  }

  #operatorAt(level: number): RuleOperator | undefined {
    const { kind, words } = this.#next;
    return kind === 'sign' || kind === 'name'
      ? ruleOperators[level].find((operator) => operator === words)
      : undefined;
  }

  #signed(): Rule {
    if (++this.#depth > deepest) throw this.#unread();
    try {
      if (!this.#takes('-')) return this.#single();
      return { kind: 'negative', of: this.#signed() };
    } finally {
      this.#depth--;
    }
  }

  #single(): Rule {
    const token = this.#next;
    this.#place++;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.words) };
    if (token.kind === 'text') return { kind: 'text', value: token.words };
    if (token.kind === 'question') return { kind: 'question', name: token.words };
    if (token.kind === 'sign' && token.words === '.') return { kind: 'answer' };
    if (token.kind === 'sign' && token.words === '(') {
      const inside = this.#operations(0);
      this.#close();
      return inside;
    }
    if (token.kind === 'name' && this.#takes('(')) return this.#call(token.words);
    this.#place--;
    throw this.#unread();
  }

  #call(name: string): Rule {
    if (!isFunction(name)) throw new UnreadRule('function', `${name}()`);
    const given: Rule[] = [];
    if (!this.#takes(')')) {
      do given.push(this.#operations(0));
      while (this.#takes(','));
      this.#close();
    }
    const [fewest, most] = ruleFunctions[name];
    if (given.length < fewest || given.length > most) throw new UnreadRule('function', `${name}()`);
    return { kind: 'call', name, given };
  }

  #close(): void {
    if (!this.#takes(')')) throw this.#unread();
  }

  #takes(sign: string): boolean {
    const is = this.#next.kind === 'sign' && this.#next.words === sign;
    if (is) this.#place++;
    return is;
  }
}

function isFunction(name: string): name is RuleFunction {
  return Object.hasOwn(ruleFunctions, name);
}

/** A name ends before a dot, so that `and.<=7` is read as the people who write it mean it. */
const pattern =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|\$\{\s*(?<question>[^{}]+?)\s*\}|(?<name>[A-Za-z_][\w-]*)|(?<sign><=|>=|!=|[=<>+*(),.-])|(?<end>$))/y;

function tokensOf(words: string): Token[] {
  const plain = words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (;;) {
    const at = pattern.lastIndex;
    const found = pattern.exec(plain)?.groups;
    if (found === undefined) throw new UnreadRule('syntax', words.slice(at, at + 30).trim());
    const { number, double, single, question, name, sign } = found;
    if (number !== undefined) tokens.push({ kind: 'number', words: number, at });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'text', words: double ?? single, at });
    else if (question !== undefined) tokens.push({ kind: 'question', words: question, at });
    else if (name !== undefined) tokens.push({ kind: 'name', words: name, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', words: sign, at });
    else {
      tokens.push({ kind: 'end', words: '', at });
      return tokens;
    }
  }
}
