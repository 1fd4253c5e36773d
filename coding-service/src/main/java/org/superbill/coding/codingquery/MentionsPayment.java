package org.superbill.coding.codingquery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A title, question or option that speaks of payment or of quality scores. Source: the practice brief, on what a query leaves out. */
final class MentionsPayment implements QueryRule {
    /** In any case of letters. */
    private static final Pattern WORDS = Pattern.compile(
            "\\b(payments?|pays|paid|payers?|reimburs\\w*|revenue|billing|billed|billable|insurers?|insurance|medicare|medicaid|"
                    + "denials?|case[- ]mix|relative weights?|severity of illness|risk of mortality|risk[- ]adjust\\w*|"
                    + "complication or comorbidity|"
                    + "(quality|performance|safety) (score|measure|metric|indicator|rating|report|program)\\w*|star ratings?|"
                    + "core measures?|profitab\\w*|financial\\w*|length[- ]of[- ]stay target)\\b|\\$ ?\\d",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Only in capitals, and not as units: 500 CC is a volume. */
    private static final Pattern ABBREVIATIONS = Pattern.compile(
            "\\b((MS-|APR-|AP-)?DRGs?|MCCs?|CMI|SOI|ROM score|HCCs?|RAF|HACs?|PSIs?|RVUs?|VBP|HEDIS|LOS)\\b"
                    + "|(?<![\\d.] ?)\\bCCs?\\b(?!\\s*/)");

    @Override
    public String id() {
        return "query-mentions-payment";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return Words.ofAsking(text, this::findings).flatMap(List::stream);
    }

    private List<QueryFinding> findings(String pointer, String words) {
        return WORDS.matcher(words).find() || ABBREVIATIONS.matcher(words).find()
                ? List.of(finding(
                        pointer,
                        "It speaks of payment or of quality scores",
                        "Ask for the clinical facts only; what they mean for payment or scores stays out."))
                : List.of();
    }
}
