package org.superbill.x12.claimstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;

class ClaimAcknowledgmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final EntityName PROVIDER = EntityName.organization("CLINIC").npi("1912301953");
    private static final EntityName PATIENT = EntityName.person("SMITH", "TED").id("MI", "M1");

    private static ClaimAcknowledgmentBuilder builder() {
        return ClaimAcknowledgment.builder(
                "ACK1",
                Files837.AT,
                EntityName.organization("KEY INSURANCE").id("PI", "999996666"),
                EntityName.organization("CLINIC").id("46", "SB1"),
                "BATCH1",
                DAY);
    }

    private static Loop2200DClaimStatus status(
            String number, StatusCode code, boolean accepted, String amount, @Nullable String icn) {
        return Loop2200DClaimStatus.of(
                number,
                List.of(new ClaimStatus(List.of(code), DAY, accepted, new BigDecimal(amount), null)),
                icn,
                "D9" + number,
                DatePeriod.on("472", DAY),
                List.of());
    }

    private static final Loop2200DClaimStatus ACCEPTED =
            status("C1", StatusCode.of("A2", "20"), true, "100.00", "ICN1");
    private static final Loop2200DClaimStatus REJECTED =
            status("C2", new StatusCode("A3", "33", "IL"), false, "50.00", null);

    private static String write(ClaimAcknowledgment acknowledgment) {
        return Files837.written(
                Guide.CLAIM_ACKNOWLEDGMENT_277CA,
                writer -> writer.transaction(Guide.CLAIM_ACKNOWLEDGMENT_277CA, "0001", acknowledgment));
    }

    private static ClaimAcknowledgment read(String text) {
        return ClaimAcknowledgment.of(Files837.read(text).transactions().get(0));
    }

    private static ClaimAcknowledgment both() {
        return builder()
                .claim(PROVIDER, PATIENT, new BigDecimal("100.00"), ACCEPTED)
                .claim(PROVIDER, EntityName.person("JONES", "ANN").id("MI", "M2"), new BigDecimal("50.00"), REJECTED)
                .build();
    }

    @Test
    void whatIsBuiltIsWhatTheGuideWants() {
        var text = write(both());
        assertThat(Files837.errors(text)).isEmpty();
        var segments = Files837.segments(text);
        assertThat(segments.subList(2, segments.size() - 2))
                .containsExactly(
                        "ST*277*0001*005010X214",
                        "BHT*0085*08*ACK1*20260302*0930*TH",
                        "HL*1**20*1",
                        "NM1*PR*2*KEY INSURANCE*****PI*999996666",
                        "TRN*1*ACK1",
                        "DTP*050*D8*20260302",
                        "DTP*009*D8*20260302",
                        "HL*2*1*21*1",
                        "NM1*41*2*CLINIC*****46*SB1",
                        "TRN*2*BATCH1",
                        "STC*A1:19:PR*20260302*WQ*150.00",
                        "QTY*90*1",
                        "QTY*AA*1",
                        "AMT*YU*100.00",
                        "AMT*YY*50.00",
                        "HL*3*2*19*1",
                        "NM1*85*2*CLINIC*****XX*1912301953",
                        "HL*4*3*PT",
                        "NM1*QC*1*SMITH*TED****MI*M1",
                        "TRN*2*C1",
                        "STC*A2:20*20260302*WQ*100.00",
                        "REF*1K*ICN1",
                        "REF*D9*D9C1",
                        "DTP*472*D8*20260302",
                        "HL*5*3*PT",
                        "NM1*QC*1*JONES*ANN****MI*M2",
                        "TRN*2*C2",
                        "STC*A3:33:IL*20260302*U*50.00",
                        "REF*D9*D9C2",
                        "DTP*472*D8*20260302",
                        "SE*31*0001");
    }

    @Test
    void whatWasBuiltIsReadAgain() {
        var acknowledgment = read(write(both()));
        assertThat(acknowledgment.beginningOfHierarchicalTransaction().originatorApplicationTransactionIdentifier())
                .isEqualTo("ACK1");
        assertThat(acknowledgment
                        .informationSource()
                        .informationSourceName()
                        .name()
                        .id())
                .isEqualTo("999996666");
        assertThat(acknowledgment.informationReceiver().batchNumber()).isEqualTo("BATCH1");
        assertThat(acknowledgment.informationReceiver().name().id()).isEqualTo("SB1");
        assertThat(acknowledgment
                        .informationReceiver()
                        .statuses()
                        .get(0)
                        .codes()
                        .get(0)
                        .isReceipt())
                .isTrue();
        var provider = acknowledgment.informationReceiver().billingProvider().get(0);
        assertThat(provider.name()).isEqualTo(PROVIDER);
        assertThat(provider.statuses()).isEmpty();
        assertThat(provider.patient().get(0).name()).isEqualTo(PATIENT);
        assertThat(acknowledgment.claims()).containsExactly(ACCEPTED, REJECTED);

        var accepted = acknowledgment.claims().get(0);
        assertThat(accepted.isAccepted()).isTrue();
        assertThat(accepted.isRejected()).isFalse();
        assertThat(accepted.patientControlNumber()).isEqualTo("C1");
        assertThat(accepted.reference("1K")).isEqualTo("ICN1");
        assertThat(accepted.reference("D9")).isEqualTo("D9C1");
        assertThat(accepted.serviceDates()).isEqualTo(DatePeriod.on("472", DAY));
        var rejected = acknowledgment.claims().get(1);
        assertThat(rejected.isRejected()).isTrue();
        assertThat(rejected.isAccepted()).isFalse();
        assertThat(rejected.statuses().get(0).codes()).containsExactly(new StatusCode("A3", "33", "IL"));
        assertThat(rejected.statuses().get(0).accepted()).isFalse();
        assertThat(rejected.statuses().get(0).amount()).isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void aReceiptIsNeitherAcceptedNorRejected() {
        var receipt = status("C3", StatusCode.of("A1", "19"), true, "1", null);
        assertThat(receipt.isAccepted()).isFalse();
        assertThat(receipt.isRejected()).isFalse();
    }

    @Test
    void aLineCanBeTheReason() {
        var line = Loop2220DServiceLine.of(
                Procedure.hcpcs("99213"),
                new BigDecimal("40.00"),
                new ClaimStatus(List.of(StatusCode.of("A7", "454")), null, false, null, null),
                "L1",
                DatePeriod.on("472", DAY));
        var claim = Loop2200DClaimStatus.of(
                "C4",
                List.of(new ClaimStatus(
                        List.of(StatusCode.of("A7", "454"), new StatusCode("A7", "562", "85")),
                        DAY,
                        false,
                        new BigDecimal("40.00"),
                        "SEE THE LINE")),
                null,
                null,
                new DatePeriod("472", DAY, DAY.plusDays(1)),
                List.of(line));
        var text = write(builder()
                .claim(PROVIDER, PATIENT, new BigDecimal("40.00"), claim)
                .build());
        assertThat(Files837.errors(text)).isEmpty();
        var read = read(text).claims().get(0);
        assertThat(read.serviceLine()).containsExactly(line);
        assertThat(read.serviceLine().get(0).lineControlNumber()).isEqualTo("L1");
        assertThat(read.serviceLine().get(0).procedure().code()).isEqualTo("99213");
        assertThat(read.serviceLine().get(0).statuses().get(0).effective()).isNull();
        assertThat(read.statuses().get(0).codes()).hasSize(2);
        assertThat(read.statuses().get(0).message()).isEqualTo("SEE THE LINE");
    }

    @Test
    void aBatchWithoutClaimsIsAnsweredToo() {
        assertThat(Files837.errors(write(builder().build()))).isEmpty();
        assertThat(write(builder().build())).contains("HL*2*1*21*0~");
    }

    @Test
    void aStatusHasOneToThreeCodes() {
        assertThatThrownBy(() -> new ClaimStatus(List.of(), null, true, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
