package org.superbill.billing.claimstatus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Relationship;
import org.superbill.x12.X12Error;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** What a 276 says, and that it is one by the guide. */
class StatusRequestFileTest {
    private static final StatusRequestFile FILE = new StatusRequestFile(42, Instant.parse("2026-04-02T15:00:00Z"));

    private static StatusRequestFile.Asked asked(String trace, ClaimFacts facts) {
        return new StatusRequestFile.Asked(
                trace, new ClaimContent(UUID.randomUUID(), 1, "SB1V1", "1", null, null, null, facts));
    }

    private static String valid(List<StatusRequestFile.Asked> asked) throws IOException {
        var bytes = FILE.write(asked);
        var errors = new ArrayList<X12Error>();
        Checker.upTo(SnipLevel.SITUATION).check(new ByteArrayInputStream(bytes), errors::add);
        assertThat(errors).isEmpty();
        return new String(bytes, UTF_8);
    }

    @Test
    void aPatientWhoIsTheSubscriberIsAskedAboutAtTheSubscriber() throws IOException {
        assertThat(valid(List.of(asked("TRACE1", new Facts().build()), asked("TRACE2", new Facts().build()))))
                .contains(
                        "GS*HR*RIVERSIDE*KEY*20260402*1100*42*X*005010X212~",
                        "BHT*0010*13*SB000000042*20260402*1100~",
                        "NM1*PR*2*KEY INSURANCE*****PI*99999~",
                        "NM1*1P*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893~",
                        "HL*4*3*22*0~",
                        "NM1*IL*1*GARCIA*MARIA****MI*W123456789~",
                        "TRN*1*TRACE1~",
                        "REF*EJ*SB1V1~",
                        "AMT*T3*175~",
                        "DTP*472*D8*20260302~",
                        "TRN*1*TRACE2~")
                .doesNotContain("HL*5*4*23");
    }

    @Test
    void aDependentIsAskedAboutUnderTheSubscriber() throws IOException {
        var facts = new Facts()
                .relationship(
                        Relationship.child, new CoverageChanged.Subscriber("JANE", null, "SMITH", null, null, null));
        assertThat(valid(List.of(asked("TRACE1", facts.build()))))
                .contains(
                        "HL*4*3*22*1~",
                        "NM1*IL*1*SMITH*JANE****MI*W123456789~",
                        "HL*5*4*23~",
                        "NM1*QC*1*GARCIA*MARIA~");
    }

    @Test
    void aTraceIsTheQuestionsIdAndBack() {
        var id = UUID.randomUUID();
        assertThat(StatusInquiries.id(StatusInquiries.trace(id))).contains(id);
        assertThat(StatusInquiries.id("ABCXYZ1")).isEmpty();
    }
}
