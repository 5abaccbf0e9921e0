interface Named {
  readonly study: string;
  readonly name: string;
}

/**
 * What a study is called in a list: by its own name, or by its file's where another one has that name too, as a copy
 * has that somebody made of the file.
 */
export function tellingName({ study, name }: Named, all: readonly Named[]): string {
  const isAlone = all.every((one) => one.study === study || one.name !== name);
  return isAlone ? name : study.replace(/^.*[\\/]/, '').replace(/\.lfstudy$/, '');
}
