import type { ReplicateRoles } from '#contract/design.ts';
import {
  variableIn,
  type CodeDesign,
  type CodeMargin,
  type CodeSurvey,
  type CodeVariable,
} from '../codeSurvey.ts';
import { rExpression, rExpressionFunctions } from './rExpression.ts';
import { rComment, rNumber, rString, rValue, rVector } from './rText.ts';

/** A variable's answers in the script: numbers or text, missing where the study says so. */
export function rColumn(name: string): string {
  return `data[[${rString(name)}]]`;
}

/** Reads the exported file and sets missing values as the study does. */
export function rData(survey: CodeSurvey): string {
  const { data, format } = survey;
  const readers = {
    sav: 'as.data.frame(haven::read_sav(data_file, user_na = TRUE))',
    dta: 'as.data.frame(haven::read_dta(data_file))',
    csv: 'read.csv(data_file, check.names = FALSE, na.strings = "", colClasses = "character", fileEncoding = "UTF-8-BOM")',
  };
  return [
    '# ---- The data ----',
    rComment(
      'The survey as the study exports it, derived variables among its columns. Run the script in the folder where the file is, or put its path here.',
    ),
    `data_file <- ${rString(data)}`,
    `raw <- ${readers[format]}`,
    '',
    reading,
    '',
    'data <- data.frame(row.names = seq_len(nrow(raw)))',
    ...[...survey.variables.values()].flatMap(variableLines),
  ].join('\n');
}

const reading = String.raw`
# Values that the file declares as missing, or the study sets aside, are NA; dates are numbers again (seconds, as SPSS
# counts them).
answers <- function(column, codes = NULL, from = Inf, to = -Inf, text = FALSE) {
  x <- raw[[column]]
  if (is.null(x)) stop("the file has no variable called ", column)
  if (inherits(x, "POSIXct")) x <- as.numeric(x) + 12219379200
  if (inherits(x, "Date")) x <- (as.numeric(x) + 141428) * 86400
  if (inherits(x, "difftime")) x <- as.numeric(x, units = "secs")
  x <- if (text) as.character(unclass(x)) else as.numeric(unclass(x))
  attributes(x) <- NULL
  aside <- x %in% codes | (if (text) x %in% "" else !is.na(x) & x >= from & x <= to)
  replace(x, aside | is.na(x), NA)
}`.trim();

function variableLines(variable: CodeVariable): string[] {
  const { name, column, label, derived, missing, marked, type } = variable;
  const text = type === 'text';
  const codes = [...new Set([...missing.codes, ...marked])].filter(
    (code) => text || typeof code === 'number',
  );
  const { range } = missing;
  const given = [
    rString(column),
    ...(codes.length > 0 ? [`codes = ${rVector(text ? codes.map(String) : codes)}`] : []),
    ...(range && !text
      ? [`from = ${rNumber(range.low ?? -Infinity)}, to = ${rNumber(range.high ?? Infinity)}`]
      : []),
    ...(text ? ['text = TRUE'] : []),
  ];
  const said = [label, ...(derived ? ['(made in the study from other variables)'] : [])].join(' ').trim();
  return [...(said === '' ? [] : [rComment(said)]), `${rColumn(name)} <- answers(${given.join(', ')})`];
}

/** The sample as the package describes it. */
export function rDesign({ design }: CodeSurvey): string {
  const { weight, strata, psu, fpc, secondStage, replicates, margins, lonelyPsu } = design;
  // Without population sizes at the first stage the second does not count.
  const second = psu !== null && fpc !== null ? secondStage : null;
  const columns = [
    `weight = ${weight === null ? 'rep(1, nrow(data))' : rColumn(weight)}`,
    ...(strata === null ? [] : [`stratum = ${rColumn(strata)}`]),
    ...(psu === null ? [] : [`psu = ${rColumn(psu)}`]),
    ...(fpc === null ? [] : [`psus = ${rColumn(fpc)}`]),
    ...(second ? [`unit = ${rColumn(second.ids)}`] : []),
    ...(second ? [`units = ${second.fpc === null ? 'rep(Inf, nrow(data))' : rColumn(second.fpc)}`] : []),
    ...margins.map(
      ({ variable, codes }, index) => `margin${index + 1} = match(${rColumn(variable)}, ${rVector(codes)})`,
    ),
  ];
  return [
    '# ---- How the sample was drawn ----',
    rComment(designWords(design)),
    `options(survey.lonely.psu = ${rString(lonelyPsu)})`,
    `sample <- data.frame(\n  ${columns.join(',\n  ')}\n)`,
    replicates ? replicateDesign(replicates) : sampleDesign(design, second !== null),
    ...(margins.length > 0 ? [calibration(margins, replicates !== null)] : []),
    rComment(
      'Degrees of freedom never are more than these; those of a domain are its own PSUs less its strata.',
    ),
    `most_df <- ${replicates?.df === undefined ? 'Inf' : rNumber(replicates.df)}`,
  ].join('\n');
}

function designWords({
  weight,
  strata,
  psu,
  fpc,
  secondStage,
  replicates,
  margins,
  lonelyPsu,
}: CodeDesign): string {
  const said = replicates
    ? [`Replicate weights (${replicates.type}).`]
    : [
        strata === null ? 'No strata.' : 'Strata; the names of PSUs are read within their stratum.',
        psu === null ? 'Each row is its own PSU.' : '',
        fpc === null ? 'No finite population correction.' : '',
        secondStage && (fpc === null || psu === null)
          ? 'The second stage does not count without population sizes at the first.'
          : secondStage?.fpc === null
            ? 'Units of the second stage are taken to be drawn from very many.'
            : '',
        `A stratum with a single PSU: "${lonelyPsu}" ("fail" stops where it has respondents of the domain).`,
      ];
  return [
    weight === null ? 'No weights: each row counts once.' : '',
    ...said,
    margins.length === 1 ? 'Weights are post-stratified to known totals.' : '',
    margins.length > 1 ? 'Weights are raked to known totals.' : '',
  ]
    .filter((one) => one !== '')
    .join(' ');
}

function sampleDesign({ strata, psu, fpc }: CodeDesign, twoStages: boolean): string {
  const ids = psu === null ? '1' : twoStages ? 'psu + unit' : 'psu';
  const fractions = twoStages
    ? [
        // Sizes at one stage and fractions at the other: the package takes one or the other.
        'if (all(sample$psus <= 1) != all(sample$units <= 1)) {',
        '  drawn <- function(ids, within) ave(as.numeric(factor(ids)), within, FUN = function(x) length(unique(x)))',
        `  if (all(sample$psus <= 1)) sample$psus <- drawn(sample$psu, ${strata === null ? 'rep(1, nrow(sample))' : 'sample$stratum'}) / sample$psus`,
        `  if (all(sample$units <= 1)) sample$units <- drawn(sample$unit, interaction(${strata === null ? '' : 'sample$stratum, '}sample$psu, drop = TRUE)) / sample$units`,
        '}',
      ]
    : [];
  const given = [
    `ids = ~${ids}`,
    ...(strata === null ? [] : ['strata = ~stratum']),
    ...(fpc === null ? [] : [`fpc = ~${twoStages ? 'psus + units' : 'psus'}`]),
    'weights = ~weight',
    'data = sample',
    ...(strata === null ? [] : ['nest = TRUE']),
  ];
  return [...fractions, `design <- svydesign(${given.join(', ')})`].join('\n');
}

function replicateDesign(roles: ReplicateRoles): string {
  const { type, variables, rho, scale, rscales, combined, centre } = roles;
  const own = type === 'other' ? { scale: scale ?? 1, rscales: rscales ?? [1] } : { scale, rscales };
  const given = [
    'weights = sample$weight',
    'repweights = replicates',
    `type = ${rString(type === 'SDR' ? 'successive-difference' : type)}`,
    ...(rho === undefined ? [] : [`rho = ${rNumber(rho)}`]),
    ...(own.scale === undefined ? [] : [`scale = ${rNumber(own.scale)}`]),
    ...(own.rscales === undefined
      ? []
      : [
          `rscales = ${own.rscales.length === 1 ? `rep(${rNumber(own.rscales[0])}, ncol(replicates))` : rVector(own.rscales)}`,
        ]),
    `combined.weights = ${combined === false ? 'FALSE' : 'TRUE'}`,
    `mse = ${centre === 'mean' ? 'FALSE' : 'TRUE'}`,
    'data = sample',
  ];
  return [
    `replicates <- as.data.frame(sapply(${rVector(variables)}, function(name) data[[name]]))`,
    'names(replicates) <- paste0("replicate", seq_along(replicates))',
    `design <- suppressWarnings(svrepdesign(${given.join(', ')}))`,
  ].join('\n');
}

function calibration(margins: readonly CodeMargin[], replicated: boolean): string {
  const numbers = margins.find(({ shares }) => !shares);
  const population = numbers ? `sum(${rVector(numbers.totals)})` : 'sum(sample$weight)';
  const totals = (margin: CodeMargin): string =>
    margin.shares
      ? `population * ${rVector(margin.totals)} / sum(${rVector(margin.totals)})`
      : rVector(margin.totals);
  const again = replicated ? ['design$degf <- NULL', 'design$degf <- degf(design)'] : [];
  const people = margins.some(({ shares }) => shares) ? [`population <- ${population}`] : [];
  if (margins.length === 1)
    return [
      ...people,
      `known <- data.frame(margin1 = seq_len(${margins[0].codes.length}), Freq = ${totals(margins[0])})`,
      'design <- postStratify(design, ~margin1, known)',
      ...again,
    ].join('\n');
  const names = margins.map((_, index) => `margin${index + 1}`);
  return [
    ...people,
    ...names.map(
      (name, index) =>
        `design$variables$${name} <- factor(design$variables$${name}, levels = seq_len(${margins[index].codes.length}))`,
    ),
    ...margins.map((margin, index) => `known${index + 1} <- ${totals(margin)}`),
    `known <- c(\`(Intercept)\` = sum(known1)${names
      .map(
        (name, index) =>
          `, setNames(known${index + 1}[-1], paste0("${name}", seq_along(known${index + 1})[-1]))`,
      )
      .join('')})`,
    `design <- calibrate(design, ~ ${names.join(' + ')}, known, calfun = "raking", epsilon = 1e-13, maxit = 200${replicated ? ', compress = FALSE' : ''})`,
    ...again,
  ].join('\n');
}

/** Who is meant: a filter, and the answer that a layer keeps. */
export function rDomain(
  survey: CodeSurvey,
  layer: { readonly variable: string; readonly value: string | number } | null,
): string {
  const lines = ['# ---- Who is meant ----'];
  const { where } = survey;
  if (where === null && layer === null)
    return [...lines, '# Everybody.', 'domain <- rep(TRUE, nrow(data))'].join('\n');
  if (where !== null) {
    const isText = (name: string): boolean => variableIn(survey, name).type === 'text';
    const filter = rExpression(where, isText);
    if (functionsUsed.test(filter)) lines.push(rExpressionFunctions);
    lines.push(rComment(`Filter: ${where.expression}`));
    lines.push(`domain <- rep_len(${filter}, nrow(data)) %in% TRUE`);
  } else lines.push('domain <- rep(TRUE, nrow(data))');
  if (layer !== null) {
    lines.push(rComment(`Only those with this answer to ${layer.variable}`));
    lines.push(`domain <- domain & ${rColumn(layer.variable)} %in% ${rValue(layer.value)}`);
  }
  return lines.join('\n');
}

const functionsUsed = /\b(finite|power|when|round_half_away|text_order|\w+_valid)\(/;
