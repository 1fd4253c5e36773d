package org.superbill.coding.codingquery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A title, question or option that speaks of payment or of quality scores. Source: the practice brief, on what a query leaves out. */
final class MentionsPayment implements QueryRule {
    /** In any case of letters. */
    private static final Pattern WORDS = Pattern.compile(
            "\\b(payments?|pays|paid|under ?paid|payers?|re-?imburs\\w*|revenue|billing|billed|billable|insurers?|insurance|medicare|medicaid|"
                    + "denials?|money|dollars?|bonus(es)?|incentives?|penalt(y|ies)|penali[sz]ed|compensation|"
                    + "case[- ]mix|relative weights?|severity of illness|risk of mortality|expected mortality|"
                    + "(observed|o)[- /]+(to[- ]+)?(expected|e)( mortality)? ratio|risk[- ]adjust\\w*|hierarchical condition|"
                    + "complication (or|and) comorbidity|(comorbidit(y|ies)|severity|cdi) capture|capture rates?|"
                    + "(would|will|could|can|may|might|to|it|case|stay|record) groups? (higher|lower|differently)|(higher|lower)[- ]weighted|"
                    + "u\\.?s\\.? news|vizient|leapfrog|healthgrades|rankings?|benchmark\\w*|"
                    + "(quality|performance|safety|readmission|mortality) (scores?|measures?|metrics?|indicators?|ratings?|reports?|programs?|rates?|penalt\\w+)|"
                    + "star ratings?|core measures?|report cards?|profitab\\w*|financial\\w*|value[- ]based|"
                    + "(geometric mean )?length[- ]of[- ]stay (target|benchmark)|"
                    + "(ms-?|apr-?|ap-?)?drgs?|mccs?|hccs?|cmi|gmlos|hedis|mips|vbp|rvus?)\\b|[$\\u20ac\\u00a3] ?\\d|\\d ?\\$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Only in capitals, being words or units otherwise: 500 CC is a volume, and "CC: cough", "CC was cough" the chief complaint. */
    private static final Pattern ABBREVIATIONS = Pattern.compile(
            "\\b(SOI|ROM score|RAF|HACs?|PSIs?|LOS|CC/MCC)\\b|(?<![\\d.] ?)\\bCCs?\\b(?!\\s*[/:])(?! (was|is) (?!(a|an|the|not|needed|missing|captured|present|there|lost|met)\\b))");

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
