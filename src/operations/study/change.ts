import { touch, type StudyFile } from '#project/studyFile.ts';
import { openStudy } from '#project/openStudy.ts';
import { namingStudy } from '#project/studyProblem.ts';

/** One change to a study: all of it or nothing. */
export function change<Result>(path: string, work: (study: StudyFile) => Result): Result {
  const study = openStudy(path);
  try {
    return namingStudy(path, () =>
      study.database
        .transaction(() => {
          const result = work(study);
          touch(study);
          return result;
        })
        .immediate(),
    );
  } finally {
    study.close();
  }
}
