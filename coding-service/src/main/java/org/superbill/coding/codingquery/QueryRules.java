package org.superbill.coding.codingquery;

import java.util.Comparator;
import java.util.List;

/** All that is asked of a question before it can be sent. A new rule is a class, its line here, and its test. */
final class QueryRules {
    static final List<QueryRule> ALL = List.of(
            new MentionsPayment(),
            new LeadingWording(),
            new TitleNamesDiagnosis(),
            new IntroducesDiagnosis(),
            new WithoutIndicator(),
            new QuotationNotInRecord(),
            new ChoicesIncomplete(),
            new OptionUnsupported(),
            new YesNoNotPermitted(),
            new YesNoIntroduces(),
            new TermsOfAnotherRelease());

    private QueryRules() {}

    /** Ordered by where in the text they are, so that the same text always gives the same list. */
    static List<QueryFinding> check(QueryText text, QueryRecord about) {
        return ALL.stream()
                .flatMap(rule -> rule.check(text, about))
                .sorted(Comparator.comparing(QueryFinding::pointer).thenComparing(QueryFinding::rule))
                .toList();
    }
}
