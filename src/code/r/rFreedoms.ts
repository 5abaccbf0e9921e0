import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { CodeSurvey } from '../codeSurvey.ts';
import { rConcerned, rConcernList, rGroups } from './rConcerns.ts';
import { rComparisons, rEstimates, rIndependence } from './rLibrary.ts';
import { rNumber } from './rText.ts';

type Freedoms = Extract<AnsweredAnalysis, { room: 'freedoms' }>;

/** How many fear and want concerns people have, the split, and both by group. */
export function rFreedoms({ result }: Freedoms, survey: CodeSurvey): string[] {
  const { by, atLeast, answered } = result;
  return [
    rEstimates,
    ...(by ? [rComparisons, rIndependence(survey.design.margins.length > 0)] : []),
    [
      '# ---- The concerns ----',
      rConcerned,
      rConcernList('fear', result.fear, survey),
      rConcernList('want', result.want, survey),
      '# So many concerns of a side make one fearful, or in want.',
      `at_least <- list(fear = ${rNumber(atLeast.fear)}, want = ${rNumber(atLeast.want)})`,
      '# Who counts: those with a valid answer to at least this part of the concerns of each side.',
      `needed <- ${answered === 'all' ? '1' : '0.5'}`,
    ].join('\n'),
    rCounts,
    ...(by ? [`${rGroups('groups', by.variable, by.categories)}\n${rSplitByGroup}`] : []),
  ];
}

const rCounts = String.raw`
# ---- Numbers of concerns ----
# What is missing counts as no concern.
count_of <- function(concerns) {
  x <- sapply(concerns, function(one) one)
  valid <- rowSums(!is.na(x))
  list(number = ifelse(valid >= needed * ncol(x), rowSums(x, na.rm = TRUE), NA), all = valid == ncol(x))
}
fears <- count_of(fear)
wants <- count_of(want)
kept <- counted & domain
counts <- kept & !is.na(fears$number) & !is.na(wants$number)
people <- function(rows) list(n = sum(rows), weighted_n = sum(weight[rows]))
add("all", "", "", "who counts", people(counts))
add("all", "", "", "left out", people(kept & !counts))
add("all", "", "", "counts with an answer missing", list(n = sum(counts & !(fears$all & wants$all))))

# Shown by the number of all who count: a part that few are in is a small share, not an uncertain one.
of_all <- function(row, column, measure, part) add("all", row, column, measure, shown(share(part, counts), keeps = NULL))
for (f in 0:length(fear)) for (w in 0:length(want))
  of_all(as.character(f), as.character(w), "fear by want concerns", fears$number == f & wants$number == w)
for (f in 0:length(fear)) of_all(as.character(f), "", "fear concerns", fears$number == f)
for (w in 0:length(want)) of_all("", as.character(w), "want concerns", wants$number == w)
for (f in seq_along(fear)) of_all(as.character(f), "", "at least so many fear concerns", fears$number >= f)
for (w in seq_along(want)) of_all("", as.character(w), "at least so many want concerns", wants$number >= w)

# ---- The split ----
is_fearful <- fears$number >= at_least$fear
is_in_want <- wants$number >= at_least$want
parts <- list(neither = !is_fearful & !is_in_want, fearOnly = is_fearful & !is_in_want,
              wantOnly = !is_fearful & is_in_want, both = is_fearful & is_in_want)
for (part in names(parts)) of_all(part, "", "split", parts[[part]])
`.trim();

const rSplitByGroup = String.raw`
within_groups <- counts & Reduce("|", groups)
splits <- lapply(groups, function(g) lapply(parts, function(part) shown(share(part, counts & g), keeps = NULL)))
compared <- lapply(names(parts), function(part) compare(
  lapply(groups, function(g) counts & g & parts[[part]] %in% TRUE), lapply(groups, function(g) counts & g), within_groups,
  lapply(splits, function(split) split[[part]])))
names(compared) <- names(parts)
for (k in seq_along(groups)) {
  add("by group", groups_labels[k], "", "who counts", people(counts & groups[[k]]))
  for (part in names(parts)) add("by group", groups_labels[k], part, "split", c(splits[[k]][[part]], letters = compared[[part]]$letters[k]))
}
for (part in names(parts)) for (pair in compared[[part]]$pairs)
  add("comparisons", groups_labels[pair$a], groups_labels[pair$b], part, pair)
place <- rep(NA, length(weight))
for (k in seq_along(groups)) place[groups[[k]]] <- k
split <- rep(NA, length(weight))
for (k in seq_along(parts)) split[parts[[k]] %in% TRUE] <- k
add("by group", "", "", "test that all groups are split alike",
    if (sum(within_groups) < 25) no_test else independence(split, place, within_groups))
`.trim();
