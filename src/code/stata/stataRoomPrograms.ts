/*
 * What the do-files of single rooms add to `stataPrograms`. ‹ stands for the backquote with which Stata's macros begin.
 */
const program = (text: string): string => text.trim().replaceAll('‹', '`');

export const matrixProgram = program(String.raw`
capture program drop lf_pair
program define lf_pair
    * lf_pair FEAR WANT ROWS TABLE: one pair in full, over those with a valid answer to both. Shown by the smallest of its
    * four margins.
    args fear want rows table
    lf_both ‹fear' ‹want' ‹rows'
    foreach figure in both:lf_fw:lf_rows wantGivenFear:lf_fw:lf_f fearGivenWant:lf_fw:lf_w wantGivenNoFear:lf_xw:lf_nof fearGivenNoWant:lf_fx:lf_now {
        gettoken measure rest : figure, parse(":")
        gettoken colon rest : rest, parse(":")
        gettoken part rest : rest, parse(":")
        gettoken colon whole : rest, parse(":")
        lf_share ‹part' ‹whole' lf_least
        lf_post ‹table' ‹fear' ‹want' "‹measure'"
    }
    if lf_least >= 25 {
        global lf_of_groups
        lf_degrees lf_rows
        scalar lf_pair_df = lf_nu
        lf_difference lf_fw lf_f lf_xw lf_nof lf_rows lf_pair_df
    }
    else lf_clear
    lf_post ‹table' ‹fear' ‹want' "difference"
    lf_forget
end

capture program drop lf_both
program define lf_both
    args fear want rows
    quietly generate byte lf_rows = ‹rows' == 1 & !missing(‹fear') & !missing(‹want')
    quietly generate byte lf_f = lf_rows == 1 & ‹fear' == 1
    quietly generate byte lf_nof = lf_rows == 1 & ‹fear' == 0
    quietly generate byte lf_w = lf_rows == 1 & ‹want' == 1
    quietly generate byte lf_now = lf_rows == 1 & ‹want' == 0
    quietly generate byte lf_fw = lf_f == 1 & lf_w == 1
    quietly generate byte lf_fx = lf_f == 1 & lf_w == 0
    quietly generate byte lf_xw = lf_nof == 1 & lf_w == 1
    quietly generate byte lf_xx = lf_nof == 1 & lf_now == 1
    scalar lf_least = .
    foreach margin in lf_f lf_nof lf_w lf_now {
        quietly count if ‹margin' == 1
        scalar lf_least = min(lf_least, r(N))
    }
end

capture program drop lf_forget
program define lf_forget
    drop lf_rows lf_f lf_nof lf_w lf_now lf_fw lf_fx lf_xw lf_xx
end

capture program drop lf_function
program define lf_function
    * lf_function EXPRESSION: a function of the totals of the four cells, its standard error by the delta method.
    lf_clear
    capture quietly nlcom (answer: ‹0')
    if _rc exit
    matrix lf_b = r(b)
    matrix lf_V = r(V)
    scalar lf_estimate = lf_b[1, 1]
    scalar lf_se = sqrt(lf_V[1, 1])
    scalar lf_half = cond(lf_pair_df > 0, invttail(lf_pair_df, 0.025) * lf_se, .)
end

capture program drop lf_matrix
program define lf_matrix
    * lf_matrix ROWS TABLE FEARS WANTS
    args rows table fears wants
    foreach side in fear want {
        forvalues k = 1/‹‹side's' {
            quietly generate byte lf_whole = ‹rows' == 1 & !missing(lf_‹side'‹k')
            lf_share lf_‹side'‹k' lf_whole
            lf_post ‹table' "‹side' ‹k'" "" "share"
            drop lf_whole
        }
    }
    local pairs = ‹fears' * ‹wants'
    matrix lf_P = J(‹pairs', 1, .)
    matrix lf_T = J(‹pairs', 3, .)
    local pair = 0
    forvalues f = 1/‹fears' {
        forvalues w = 1/‹wants' {
            local pair = ‹pair' + 1
            lf_both lf_fear‹f' lf_want‹w' ‹rows'
            lf_share lf_fw lf_rows lf_least
            lf_post ‹table' "fear ‹f'" "want ‹w'" "both"
            lf_share lf_fw lf_f lf_least
            lf_post ‹table' "fear ‹f'" "want ‹w'" "wantGivenFear"
            lf_share lf_fw lf_w lf_least
            lf_post ‹table' "fear ‹f'" "want ‹w'" "fearGivenWant"
            if lf_least >= 25 {
                lf_degrees lf_rows
                scalar lf_pair_df = lf_nu
                quietly svy, subpop(lf_rows): total lf_fw lf_fx lf_xw lf_xx
                lf_function _b[lf_fw] * (_b[lf_fw] + _b[lf_fx] + _b[lf_xw] + _b[lf_xx]) / ((_b[lf_fw] + _b[lf_fx]) * (_b[lf_fw] + _b[lf_xw]))
                scalar lf_lower = lf_estimate * exp(-lf_half / lf_estimate)
                scalar lf_upper = lf_estimate * exp(lf_half / lf_estimate)
                lf_post ‹table' "fear ‹f'" "want ‹w'" "lift"
                * se of the odds ratio is that of its logarithm.
                lf_function ln(_b[lf_fw]) - ln(_b[lf_fx]) - ln(_b[lf_xw]) + ln(_b[lf_xx])
                scalar lf_lower = exp(lf_estimate - lf_half)
                scalar lf_upper = exp(lf_estimate + lf_half)
                scalar lf_estimate = exp(lf_estimate)
                lf_post ‹table' "fear ‹f'" "want ‹w'" "oddsRatio"
                lf_function (_b[lf_fw] * _b[lf_xx] - _b[lf_fx] * _b[lf_xw]) / sqrt((_b[lf_fw] + _b[lf_fx]) * (_b[lf_xw] + _b[lf_xx]) * (_b[lf_fw] + _b[lf_xw]) * (_b[lf_fx] + _b[lf_xx]))
                scalar lf_lower = max(-1, lf_estimate - lf_half)
                scalar lf_upper = min(1, lf_estimate + lf_half)
                lf_post ‹table' "fear ‹f'" "want ‹w'" "phi"
                lf_independence lf_fear‹f' lf_want‹w' lf_rows
                matrix lf_P[‹pair', 1] = lf_p
                matrix lf_T[‹pair', 1] = lf_statistic
                matrix lf_T[‹pair', 2] = lf_df1
                matrix lf_T[‹pair', 3] = lf_df2
            }
            lf_forget
        }
    }
    * Benjamini and Hochberg over the pairs that are shown.
    lf_adjust bh
    local pair = 0
    forvalues f = 1/‹fears' {
        forvalues w = 1/‹wants' {
            local pair = ‹pair' + 1
            lf_clear
            scalar lf_statistic = lf_T[‹pair', 1]
            scalar lf_df1 = lf_T[‹pair', 2]
            scalar lf_df2 = lf_T[‹pair', 3]
            scalar lf_p = lf_P[‹pair', 1]
            scalar lf_adjusted = lf_Q[‹pair', 1]
            lf_post ‹table' "fear ‹f'" "want ‹w'" "test"
        }
    }
end
`);

export const rankingProgram = program(String.raw`
capture program drop lf_neighbours
program define lf_neighbours
    * Of two concerns among the same respondents: on the degrees of freedom of all who answered either.
    args first second
    quietly generate byte lf_rows = lf_valid‹first' == 1 | lf_valid‹second' == 1
    quietly generate byte lf_one = lf_valid‹first' == 1 & lf_concern‹first' == 1
    quietly generate byte lf_other = lf_valid‹second' == 1 & lf_concern‹second' == 1
    lf_degrees lf_rows
    scalar lf_all = lf_nu
    global lf_of_groups
    lf_difference lf_one lf_valid‹first' lf_other lf_valid‹second' lf_rows lf_all
    lf_post ranking "concern ‹first'" "concern ‹second'" "less the next"
    drop lf_rows lf_one lf_other
end

capture program drop lf_by_group
program define lf_by_group
    * lf_by_group CONCERN ROW COUNT GROUPS: shares by group, each less all others, each less each, trend, and the test.
    args concern row count groups
    quietly generate byte lf_rows = lf_domain == 1 & !missing(‹concern') & ‹groups' > 0
    local slopes
    forvalues g = 1/‹count' {
        capture drop lf_below‹g' lf_above‹g'
        quietly generate byte lf_below‹g' = lf_rows == 1 & ‹groups' == ‹g'
        quietly generate byte lf_above‹g' = lf_below‹g' == 1 & ‹concern' == 1
        lf_share lf_above‹g' lf_below‹g'
        lf_post groups "‹row'" "‹g'" "share"
        quietly count if lf_below‹g' == 1
        if r(N) >= 25 local slopes ‹slopes' ‹g'
    }
    lf_degrees lf_rows
    scalar lf_whole_df = lf_nu
    global lf_of_groups 1
    foreach g of local slopes {
        quietly generate byte lf_others = lf_rows == 1 & ‹groups' != ‹g'
        quietly generate byte lf_others_yes = lf_others == 1 & ‹concern' == 1
        lf_difference lf_above‹g' lf_below‹g' lf_others_yes lf_others lf_rows lf_whole_df
        lf_post groups "‹row'" "‹g'" "less all others"
        drop lf_others lf_others_yes
    }
    global lf_of_groups
    lf_compare groups "‹row'" "difference" holm lf_rows ‹count'
    * The slope of the groups' shares over 1, 2, ..., each group counted once.
    local many : word count ‹slopes'
    if ‹many' > 1 {
        local list
        local sum = 0
        foreach g of local slopes {
            local list ‹list' (r‹g': lf_above‹g'/lf_below‹g')
            local sum = ‹sum' + ‹g'
        }
        quietly svy, subpop(lf_rows): ratio ‹list'
        matrix lf_b = e(b)
        matrix lf_V = e(V)
        matrix lf_score = J(‹many', 1, 0)
        local k = 0
        scalar lf_squares = 0
        foreach g of local slopes {
            local k = ‹k' + 1
            matrix lf_score[‹k', 1] = ‹g' - ‹sum' / ‹many'
            scalar lf_squares = lf_squares + (‹g' - ‹sum' / ‹many')^2
        }
        matrix lf_slope = lf_b * lf_score
        matrix lf_slope_v = lf_score' * lf_V * lf_score
        lf_clear
        scalar lf_estimate = lf_slope[1, 1] / lf_squares
        scalar lf_se = sqrt(lf_slope_v[1, 1]) / lf_squares
        scalar lf_df = lf_whole_df
        scalar lf_statistic = lf_estimate / lf_se
        scalar lf_p = 2 * ttail(lf_df, abs(lf_statistic))
        scalar lf_lower = lf_estimate - invttail(lf_df, 0.025) * lf_se
        scalar lf_upper = lf_estimate + invttail(lf_df, 0.025) * lf_se
        lf_post groups "‹row'" "" "trend over the groups"
    }
    lf_independence ‹groups' ‹concern' lf_rows
    lf_post groups "‹row'" "" "test that all groups are alike"
    drop lf_rows
end
`);

export const tableProgram = program(String.raw`
capture program drop lf_lines
program define lf_lines
    * lf_lines ITEM GROUP COLUMNS OWN LINES KIND SHARE HOW: shares of lines lf_row1, ... in the columns of one group; of OWN
    * columns each with each. A cell is shown by the smaller of its row's and its column's number of respondents, one of a set by
    * its column's.
    args item group columns own lines kind share how
    quietly generate byte lf_table = lf_valid == 1 & lf_banner‹group' > 0
    forvalues line = 1/‹lines' {
        forvalues k = 1/‹columns' {
            capture drop lf_below‹k' lf_above‹k'
            quietly generate byte lf_below‹k' = lf_table == 1 & lf_column‹group'_‹k' == 1
            quietly generate byte lf_above‹k' = lf_below‹k' == 1 & lf_row‹line' == 1
            quietly generate byte lf_line = lf_table == 1 & lf_row‹line' == 1
            quietly count if lf_below‹k' == 1
            scalar lf_least = r(N)
            quietly count if lf_line == 1
            if "‹kind'" != "set" scalar lf_least = min(lf_least, r(N))
            if "‹share'" == "ofColumn" lf_share lf_above‹k' lf_below‹k' lf_least
            if "‹share'" == "ofRow" lf_share lf_above‹k' lf_line lf_least
            if "‹share'" == "ofTotal" lf_share lf_above‹k' lf_table lf_least
            lf_post "‹item'" "line ‹line'" "column ‹group'.‹k'" "‹share'"
            drop lf_line
        }
        if "‹how'" != "off" {
            lf_compare "‹item'" "line ‹line'" "difference, group ‹group'" ‹how' lf_table ‹own'
        }
    }
    drop lf_table
end

capture program drop lf_means
program define lf_means
    * lf_means VARIABLE ITEM GROUP COLUMNS OWN HOW
    args y item group columns own how
    quietly generate byte lf_table = lf_valid == 1 & lf_banner‹group' > 0
    forvalues k = 1/‹columns' {
        capture drop lf_below‹k' lf_above‹k'
        quietly generate byte lf_below‹k' = lf_table == 1 & lf_column‹group'_‹k' == 1
        quietly generate double lf_above‹k' = cond(lf_below‹k' == 1, ‹y', 0)
        lf_mean ‹y' lf_below‹k'
        lf_post "‹item'" "" "column ‹group'.‹k'" "mean"
    }
    if "‹how'" != "off" {
        lf_compare "‹item'" "" "difference, group ‹group'" ‹how' lf_table ‹own'
    }
    drop lf_table
end
`);
