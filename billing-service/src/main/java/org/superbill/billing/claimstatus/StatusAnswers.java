package org.superbill.billing.claimstatus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.status.response.ClaimStatusResponse;

/** What a 277 says about each claim, subscribers' and dependents' alike. Pure. */
final class StatusAnswers {
    private StatusAnswers() {}

    /**
     * @param trace TRN02 of loop 2200D or 2200E: the one of our question
     * @param payerClaimNumber REF*1K
     */
    record Answer(String trace, @Nullable String payerClaimNumber, List<ToldStatus> statuses) {}

    static List<Answer> of(ClaimStatusResponse response) {
        return loops(response.loop())
                .filter(loop -> loop.id().equals("2200D") || loop.id().equals("2200E"))
                .filter(loop -> loop.segment("TRN") != null)
                .map(StatusAnswers::answer)
                .toList();
    }

    private static Stream<Loop> loops(Loop loop) {
        return Stream.concat(
                Stream.of(loop),
                loop.parts().stream()
                        .filter(Loop.class::isInstance)
                        .map(Loop.class::cast)
                        .flatMap(StatusAnswers::loops));
    }

    private static Answer answer(Loop claim) {
        var statuses = new ArrayList<ToldStatus>();
        for (var stc : claim.segments("STC")) {
            for (var element : List.of(1, 10, 11)) {
                if (stc.has(element)) {
                    statuses.add(status(stc, element));
                }
            }
        }
        var number = claim.segment("REF", "1K");
        return new Answer(claim.required("TRN").element(2), number == null ? null : number.value(2), statuses);
    }

    private static ToldStatus status(Segment stc, int element) {
        var category = stc.component(element, 1);
        return new ToldStatus(
                category,
                stc.component(element, 2),
                stc.componentValue(element, 3),
                StatusCategory.words(category),
                stc.date(2),
                cents(stc.decimal(4)),
                cents(stc.decimal(5)),
                stc.value(9));
    }

    private static @Nullable Long cents(@Nullable BigDecimal dollars) {
        return dollars == null ? null : Cents.ofDollars(dollars).value();
    }
}
