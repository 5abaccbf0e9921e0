/*
 * Programs of the do-files, as Stata text. Estimates and variances are those of svy; degrees of freedom, intervals and
 * what is shown are the study's own, for Stata's differ: it counts all PSUs of the strata of a subpopulation, the
 * study those in which somebody of it was found. ‹ stands for the backquote with which Stata's macros begin.
 */
export const stataPrograms = String.raw`
* ---- Programs ----
* Results are collected here and listed at the end.
tempname figures
tempfile collected
postfile ‹figures' str32(table row column) str40 measure double(estimate se lower upper deff df n statistic df1 df2 p adjusted) using "‹collected'"
global lf_figures ‹figures'

capture program drop lf_post
program define lf_post
    * lf_post TABLE ROW COLUMN MEASURE: posts what the last program left in the scalars lf_...
    args table row column measure
    post $lf_figures ("‹table'") ("‹row'") ("‹column'") ("‹measure'") ///
        (lf_estimate) (lf_se) (lf_lower) (lf_upper) (lf_deff) (lf_df) (lf_n) (lf_statistic) (lf_df1) (lf_df2) (lf_p) (lf_adjusted)
end

capture program drop lf_clear
program define lf_clear
    foreach figure in estimate se lower upper deff df n statistic df1 df2 p adjusted {
        scalar lf_‹figure' = .
    }
end

capture program drop lf_degrees
program define lf_degrees
    * PSUs less strata among these rows, in lf_nu. (The command says svy's own where weights are replicated.)
    args rows
    if "$lf_fixed_df" != "" {
        scalar lf_nu = $lf_fixed_df
        exit
    }
    tempvar psu stratum
    quietly egen byte ‹psu' = tag(lf_stratum lf_psu) if ‹rows' == 1
    quietly egen byte ‹stratum' = tag(lf_stratum) if ‹rows' == 1
    quietly count if ‹psu' == 1
    scalar lf_nu = r(N)
    quietly count if ‹stratum' == 1
    scalar lf_nu = lf_nu - r(N)
end

capture program drop lf_share
program define lf_share
    * lf_share PART WHOLE [SMALLEST]: the share of PART among WHOLE (variables of 0 and 1). With fewer than 25 respondents
    * (or SMALLEST below 25) there are no figures, as in the study. The interval is on the logit scale with t on the
    * share's own degrees of freedom; svy: proportion takes the same with the design's. At 0 and 1: Clopper and Pearson's.
    args part whole smallest
    lf_clear
    tempvar one
    quietly generate byte ‹one' = ‹part' == 1 & ‹whole' == 1
    quietly count if ‹whole' == 1
    scalar lf_n = r(N)
    scalar lf_smallest = lf_n
    if "‹smallest'" != "" scalar lf_smallest = ‹smallest'
    if lf_n == 0 | lf_smallest < 25 exit
    lf_degrees ‹whole'
    scalar lf_df = lf_nu
    quietly count if ‹one' == 1
    if r(N) == 0 | r(N) == lf_n {
        scalar lf_estimate = r(N) > 0
        scalar lf_se = 0
        if lf_df > 0 {
            scalar lf_lower = cond(lf_estimate == 1, 0.025^(1 / lf_n), 0)
            scalar lf_upper = cond(lf_estimate == 1, 1, 1 - 0.025^(1 / lf_n))
        }
        exit
    }
    quietly svy, subpop(‹whole'): mean ‹one'
    matrix lf_b = e(b)
    matrix lf_V = e(V)
    scalar lf_estimate = lf_b[1, 1]
    scalar lf_se = sqrt(lf_V[1, 1])
    scalar lf_deff = lf_se^2 * (lf_n - 1) / (lf_estimate * (1 - lf_estimate))
    if lf_df > 0 {
        scalar lf_half = invttail(lf_df, 0.025) * lf_se / (lf_estimate * (1 - lf_estimate))
        scalar lf_lower = invlogit(logit(lf_estimate) - lf_half)
        scalar lf_upper = invlogit(logit(lf_estimate) + lf_half)
    }
end

capture program drop lf_mean
program define lf_mean
    * lf_mean VARIABLE WHOLE: a mean with t on its own degrees of freedom.
    args y whole
    lf_clear
    tempvar inside value
    quietly generate byte ‹inside' = ‹whole' == 1 & !missing(‹y')
    quietly generate double ‹value' = cond(‹inside' == 1, ‹y', 0)
    quietly count if ‹inside' == 1
    scalar lf_n = r(N)
    if lf_n < 25 exit
    lf_degrees ‹inside'
    scalar lf_df = lf_nu
    quietly svy, subpop(‹inside'): mean ‹value'
    matrix lf_b = e(b)
    matrix lf_V = e(V)
    scalar lf_estimate = lf_b[1, 1]
    scalar lf_se = sqrt(lf_V[1, 1])
    if lf_df > 0 {
        scalar lf_lower = lf_estimate - invttail(lf_df, 0.025) * lf_se
        scalar lf_upper = lf_estimate + invttail(lf_df, 0.025) * lf_se
    }
end

capture program drop lf_difference
program define lf_difference
    * lf_difference ABOVE1 BELOW1 ABOVE2 BELOW2 ROWS DF: one ratio of totals less another, with their covariance, by t.
    args above1 below1 above2 below2 rows df
    lf_clear
    capture quietly svy, subpop(‹rows'): ratio (first: ‹above1'/‹below1') (second: ‹above2'/‹below2')
    if _rc exit
    matrix lf_b = e(b)
    matrix lf_V = e(V)
    scalar lf_v1 = lf_V[1, 1]
    scalar lf_v2 = lf_V[2, 2]
    scalar lf_estimate = lf_b[1, 1] - lf_b[1, 2]
    scalar lf_se = sqrt(lf_V[1, 1] + lf_V[2, 2] - 2 * lf_V[1, 2])
    * Of groups: Satterthwaite's degrees of freedom from the groups' own, at most those of all.
    scalar lf_df = ‹df'
    if "$lf_of_groups" == "1" {
        lf_degrees ‹below1'
        scalar lf_nu1 = lf_nu
        lf_degrees ‹below2'
        scalar lf_df = cond(lf_nu1 <= 0 | lf_nu <= 0, 0, min(lf_df, (lf_v1 + lf_v2)^2 / (lf_v1^2 / lf_nu1 + lf_v2^2 / lf_nu)))
    }
    if lf_df > 0 & lf_se > 0 & lf_se < . {
        scalar lf_statistic = lf_estimate / lf_se
        scalar lf_p = 2 * ttail(lf_df, abs(lf_statistic))
        scalar lf_lower = lf_estimate - invttail(lf_df, 0.025) * lf_se
        scalar lf_upper = lf_estimate + invttail(lf_df, 0.025) * lf_se
    }
    else scalar lf_df = .
end

capture program drop lf_independence
program define lf_independence
    * lf_independence ROWS COLUMNS INSIDE: Pearson's test corrected by Rao and Scott; F is svy: tabulate's, its second
    * degrees of freedom are those of the table's own PSUs.
    args rows columns inside
    lf_clear
    capture quietly svy, subpop(‹inside'): tabulate ‹rows' ‹columns', pearson
    if _rc exit
    scalar lf_statistic = e(F_Pear)
    scalar lf_df1 = e(df1_Pear)
    lf_degrees ‹inside'
    scalar lf_df2 = lf_df1 * lf_nu
    scalar lf_p = Ftail(lf_df1, lf_df2, lf_statistic)
end

capture program drop lf_adjust
program define lf_adjust
    * lf_adjust HOW: p in the column vector lf_P, over all of them, into lf_Q: Holm's, Benjamini and Hochberg's, or as it is.
    args how
    mata: st_matrix("lf_Q", lf_adjusted(st_matrix("lf_P"), "‹how'"))
end

capture mata: mata drop lf_adjusted()
mata:
real colvector lf_adjusted(real colvector p, string scalar how)
{
    real colvector q, order
    real scalar m, k, bound
    q = p
    m = rows(p) - missing(p)
    if (how == "none" | m == 0) return(q)
    order = order(p, 1)
    bound = (how == "holm" ? 0 : 1)
    if (how == "holm") {
        for (k = 1; k <= m; k++) {
            bound = max((bound, min((1, p[order[k]] * (m - k + 1)))))
            q[order[k]] = bound
        }
    }
    else {
        for (k = m; k >= 1; k--) {
            bound = min((bound, p[order[k]] * m / k))
            q[order[k]] = bound
        }
    }
    return(q)
}
end

capture program drop lf_compare
program define lf_compare
    * lf_compare TABLE ROW MEASURE HOW ROWS COUNT: groups lf_above1, lf_below1, ... each with each. Groups of fewer than 25
    * respondents, without a share between 0 and 1 or without degrees of freedom, take no part. (Letters of the study
    * stand where the adjusted p is below .05: the higher group gets the letter of the lower, A the first.)
    args table row measure how rows count
    lf_degrees ‹rows'
    scalar lf_all = lf_nu
    forvalues g = 1/‹count' {
        quietly count if lf_below‹g' == 1
        local takes‹g' = r(N) >= 25
        quietly summarize lf_above‹g' if lf_below‹g' == 1
        if r(sd) == 0 | r(sd) == . local takes‹g' = 0
        lf_degrees lf_below‹g'
        if lf_nu <= 0 local takes‹g' = 0
    }
    local pairs = 0
    matrix lf_C = J(1, 6, .)
    global lf_of_groups 1
    forvalues a = 1/‹count' {
        forvalues b = ‹=‹a' + 1'/‹count' {
            if !‹takes‹a'' | !‹takes‹b'' continue
            lf_difference lf_above‹a' lf_below‹a' lf_above‹b' lf_below‹b' ‹rows' lf_all
            if lf_p == . continue
            matrix lf_C = lf_C \ (‹a', ‹b', lf_estimate, lf_se, lf_df, lf_p)
            local pairs = ‹pairs' + 1
        }
    }
    global lf_of_groups
    if ‹pairs' == 0 exit
    matrix lf_C = lf_C[2..., 1...]
    matrix lf_P = lf_C[1..., 6]
    lf_adjust ‹how'
    forvalues k = 1/‹pairs' {
        lf_clear
        scalar lf_estimate = lf_C[‹k', 3]
        scalar lf_se = lf_C[‹k', 4]
        scalar lf_df = lf_C[‹k', 5]
        scalar lf_p = lf_C[‹k', 6]
        scalar lf_adjusted = lf_Q[‹k', 1]
        local first = lf_C[‹k', 1]
        local second = lf_C[‹k', 2]
        lf_post "‹table'" "‹row'" "‹first' less ‹second'" "‹measure'"
    }
end
`
  .trim()
  .replaceAll('‹', '`');

export const stataListing = String.raw`
* ---- The result ----
postclose $lf_figures
use "‹collected'", clear
format estimate se lower upper deff statistic df1 df2 p adjusted %9.0g
list, noobs sepby(table) abbreviate(12)
`
  .trim()
  .replaceAll('‹', '`');
