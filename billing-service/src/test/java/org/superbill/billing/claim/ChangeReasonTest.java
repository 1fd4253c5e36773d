package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;

class ChangeReasonTest {
    private final ClaimFacts facts =
            new Facts().atFacility(Details.outpatient()).build();

    private static List<String> codes(ClaimFacts facts) {
        return Objects.requireNonNull(
                Objects.requireNonNull(facts.encounter().details().institutional())
                        .conditionCodes());
    }

    @Test
    void oneReasonStandsBesideTheOtherConditions() {
        var said = ChangeReason.said(facts, "D1");
        assertThat(codes(said)).containsExactly("45", "A6", "D1");
        assertThat(codes(ChangeReason.said(said, "E0"))).containsExactly("45", "A6", "E0");
        assertThat(ChangeReason.said(facts, null)).isEqualTo(facts);
    }

    @Test
    void aVoidAndAReplacementHaveReasonsOfTheirOwn() {
        for (var code : List.of("D5", "D6")) {
            assertThat(ChangeReason.isSaidIn(ChangeReason.said(facts, code), "8"))
                    .isTrue();
            assertThat(ChangeReason.isSaidIn(ChangeReason.said(facts, code), "7"))
                    .isFalse();
        }
        for (var code : List.of("D0", "D4", "D7", "D9", "E0")) {
            assertThat(ChangeReason.isSaidIn(ChangeReason.said(facts, code), "7"))
                    .isTrue();
            assertThat(ChangeReason.isSaidIn(ChangeReason.said(facts, code), "8"))
                    .isFalse();
        }
        assertThat(ChangeReason.isSaidIn(facts, "7")).isFalse();
    }

    @Test
    void onlyMedicareAsksForItAndOfFacilitiesOnly() {
        assertThat(ChangeReason.isAskedFor(facts, "7")).isFalse();
        var medicare = new Facts().filingIndicator("MA");
        assertThat(ChangeReason.isAskedFor(medicare.build(), "7")).isFalse();
        medicare.atFacility(Details.outpatient());
        assertThat(ChangeReason.isAskedFor(medicare.build(), "8")).isTrue();
        assertThat(ChangeReason.isAskedFor(medicare.build(), "1")).isFalse();
    }
}
