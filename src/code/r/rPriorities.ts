import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';
import type { CodeSurvey } from '../codeSurvey.ts';
import { rConcerned, rConcernList, rGroups } from './rConcerns.ts';
import { rByGroup, rComparisons, rEstimates, rIndependence } from './rLibrary.ts';
import { rString, rVector } from './rText.ts';

type Priorities = Extract<AnsweredAnalysis, { room: 'priorities' }>;

/** Concerns by their shares, neighbours, severity, groups, and the concern that is looked at by its groups. */
export function rPriorities(answered: Priorities, survey: CodeSurvey): string[] {
  const { result, concern } = answered;
  const groups = result.by !== null || concern !== null;
  return [
    rEstimates,
    ...(groups ? [rComparisons, rIndependence(survey.design.margins.length > 0), rByGroup] : []),
    [
      '# ---- The concerns ----',
      rConcerned,
      rConcernList('concerns', asTagged(answered, result), survey),
    ].join('\n'),
    severest(result),
    ...(result.by ? [rGroups('groups', result.by.variable, result.by.categories)] : ['groups <- NULL']),
    ...(groups ? [rGroupFigures] : []),
    rRanking,
    `ranking("ranking", concerns, severest, groups${result.by ? ', groups_labels' : ''})`,
    ...(concern?.by
      ? [
          [
            '# ---- The concern that is looked at ----',
            rConcernList('one_concern', concern.concerns, survey),
            rGroups('concern_groups', concern.by.variable, concern.by.categories),
            'ranking("concern", one_concern, list(), concern_groups, concern_groups_labels)',
          ].join('\n'),
        ]
      : []),
  ];
}

/** In the order of the survey, not of the result: the script ranks them itself. */
function asTagged({ survey }: Priorities, { concerns }: Ranking): Ranking['concerns'] {
  const place = (one: Ranking['concerns'][number]): number =>
    (['fear', 'want', 'dignity'] as const).findIndex((freedom) => freedom === one.freedom) * 1e6 +
    survey.concerns.findIndex(({ variable }) => variable === one.variable);
  return [...concerns].sort((a, b) => place(a) - place(b));
}

/** The answer that is the most severe of those that count, where there is one. */
function severest({ concerns }: Ranking): string {
  const lines = concerns.flatMap(({ variable, severity }) =>
    severity && 'code' in severity
      ? [`  ${rString(variable)} = data[[${rString(variable)}]] %in% ${rVector([severity.code])}`]
      : [],
  );
  return [
    '# The most severe of the answers that count: that at the end of the scale. Concerns with a single answer, or',
    '# whose answers lie at no end of the scale, have none.',
    `severest <- list(\n${lines.join(',\n')}\n)`,
  ].join('\n');
}

const rGroupFigures = String.raw`
add_groups <- function(table, name, x, groups, labels) {
  g <- by_group(x, groups, domain)
  for (k in seq_along(groups)) {
    add(table, name, labels[k], "share", c(g$groups[[k]], letters = g$compared$letters[k]))
    add(table, name, labels[k], "less all others", g$from_others[[k]])
  }
  for (pair in g$compared$pairs) add(table, name, paste(labels[pair$a], "less", labels[pair$b]), "difference", pair)
  add(table, name, "", "trend over the groups", g$trend)
  add(table, name, "", "test that all groups are alike", g$test)
}
`.trim();

const rRanking = String.raw`
# The largest share first. Equal shares have the same rank; what is not shown comes last and has none.
ranking <- function(table, concerns, severest, groups, labels = NULL) {
  figures <- lapply(concerns, function(x) shown(share(x, domain & !is.na(x))))
  estimates <- sapply(figures, function(x) if (is.na(x$estimate)) -1 else x$estimate)
  places <- order(-estimates)
  ranks <- rank(-estimates, ties.method = "min")
  for (i in seq_along(places)) {
    name <- names(concerns)[places[i]]
    x <- concerns[[places[i]]]
    of <- figures[[places[i]]]
    add(table, name, "", "share", c(of, rank = if (is.na(of$estimate)) NA else as.numeric(ranks[places[i]])))
    following <- if (i < length(places)) places[i + 1] else NA
    if (!is.na(following) && !is.na(of$estimate) && !is.na(figures[[following]]$estimate)) {
      other <- concerns[[following]]
      here <- counted & domain & !is.na(x)
      there <- counted & domain & !is.na(other)
      r <- ratios(list(here & x, there & other), list(here, there), here | there)
      add(table, name, names(concerns)[following], "less the next", tested(combination(r, c(1, -1)), df_of(here | there)))
    }
    if (!is.null(severest[[name]])) {
      s <- shown(share(severest[[name]], domain & x %in% TRUE))
      if (of$shown == "suppressed") s <- list(shown = "suppressed")
      add(table, name, "", "severity", s)
    }
    if (!is.null(groups)) add_groups(table, name, x, groups, labels)
  }
}
`.trim();
