package org.superbill.x12.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.superbill.x12.guide.Guide;

/** All rules beyond the guides' tables, by guide. */
final class RuleBook {
    private static final Map<Guide, List<Rule>> BOOK = book();

    private RuleBook() {}

    private static Map<Guide, List<Rule>> book() {
        var common = CommonRules.list();
        var counted = CommonRules.countedLevels();
        var book = new LinkedHashMap<Guide, List<Rule>>();
        book.put(Guide.PROFESSIONAL_837, join(common, ClaimRules.list(), ProfessionalRules.list()));
        book.put(Guide.INSTITUTIONAL_837, join(common, ClaimRules.list(), InstitutionalRules.list()));
        book.put(Guide.REMITTANCE_835, join(common, RemittanceRules.list()));
        book.put(Guide.CLAIM_ACKNOWLEDGMENT_277CA, join(common, counted, ClaimAcknowledgmentRules.list()));
        book.put(Guide.ELIGIBILITY_INQUIRY_270, join(common, counted, EligibilityRules.inquiry()));
        book.put(Guide.ELIGIBILITY_RESPONSE_271, join(common, counted, EligibilityRules.response()));
        book.put(Guide.STATUS_REQUEST_276, join(common, counted, StatusRules.request()));
        book.put(Guide.STATUS_RESPONSE_277, join(common, counted, StatusRules.response()));
        book.put(Guide.ACKNOWLEDGMENT_999, join(common, AcknowledgmentRules.list()));
        return book;
    }

    @SafeVarargs
    private static List<Rule> join(List<Rule>... lists) {
        var all = new ArrayList<Rule>();
        for (var list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    static List<Rule> of(Guide guide) {
        return BOOK.getOrDefault(guide, List.of());
    }

    /** By guide, in the order of the documentation. */
    static Map<Guide, List<Rule>> all() {
        return BOOK;
    }
}
