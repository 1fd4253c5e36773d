package org.superbill.x12.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.Files837;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Reader;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Amount;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;

/** A professional claim as it is built and written. */
class ProfessionalClaimWritingTest {
    @Test
    void everyBuilderMakesWhatTheGuideWants() {
        var claim = Loop2300Claim.builder("C1", new BigDecimal("150.50"))
                .placeOfService("12")
                .frequency(ClaimFrequency.REPLACEMENT)
                .assignment("C")
                .patientSignatureSource("P")
                .relatedCauses(List.of("AA"), "FL")
                .delayReason("7")
                .note("ADD", "SEE NOTES")
                .date(DatePeriod.on("439", LocalDate.of(2026, 2, 26)))
                .patientPaid(new BigDecimal("20"))
                .payerClaimControlNumber("ICN1")
                .priorAuthorization("PA1")
                .clearinghouseNumber("D9")
                .diagnoses(List.of(
                        "J069", "Z23", "I10", "E119", "M545", "R05", "N390", "F329", "A000", "B000", "C000", "D000"))
                .referringProvider(Loop2310AReferringProvider.of(
                        "DN", EntityName.person("REFER", "RITA").npi("1234567893")))
                .supervisingProvider(Loop2310DSupervisingProvider.of(
                        EntityName.person("SUPER", "SUE").npi("1234567893")))
                .serviceFacility(Loop2310CServiceFacility.of(
                        EntityName.organization("SITE").npi("1234567893"),
                        Address.of("9 SITE ROAD", "MIAMI", "FL", "331110000")))
                .renderingProvider(Loop2310BRenderingProvider.of(
                        EntityName.person("RENDER", "RON").npi("1234567893"), "207Q00000X"))
                .otherSubscriber(other())
                .serviceLine(line())
                .build();
        var generated = new GeneratedClaims(1);
        var text = Files837.written(Guide.PROFESSIONAL_837, writer -> {
            var set = new ProfessionalClaimWriter(writer);
            set.start(
                    "0001",
                    BeginningOfClaims.original("B1", Files837.AT, "CH"),
                    Loop1000ASubmitter.of(
                            EntityName.organization("CLINIC").id("46", "SB1"),
                            Contact.telephone("IC", "BILLING", "5550100", null)),
                    Loop1000BReceiver.of(EntityName.organization("PAYER").id("46", "P1")));
            set.claim(generated.provider(), generated.subscriber(true), null, claim);
            set.end();
        });
        assertThat(Files837.errors(text)).isEmpty();
        assertThat(text).contains("CLM*C1*150.50***12:B:7*Y*C*Y*Y*P*AA:::FL*********7~");
        assertThat(text.indexOf("REF*G1")).isLessThan(text.indexOf("REF*F8"));
        assertThat(text.indexOf("NM1*DN")).isLessThan(text.indexOf("NM1*82"));
    }

    private static Loop2320OtherSubscriber other() {
        return Loop2320OtherSubscriber.of(
                "S",
                "18",
                null,
                "MB",
                List.of(
                        Adjustment.of(AdjustmentGroup.CONTRACTUAL, "45", new BigDecimal("43")),
                        Adjustment.of(AdjustmentGroup.PATIENT_RESPONSIBILITY, "1", new BigDecimal("7.50"))),
                List.of(new Amount("D", new BigDecimal("100"))),
                "Y",
                "Y",
                Loop2330AOtherSubscriber.of(EntityName.person("SMITH", "JACK").id("MI", "O1"), null),
                Loop2330BOtherPayer.of(
                        EntityName.organization("OTHER PAYER").id("PI", "OP1"), null, new Reference("F8", "X")));
    }

    private static Loop2400ServiceLine line() {
        return Loop2400ServiceLine.builder(1, Procedure.hcpcs("J3301", List.of("RT", "59")), new BigDecimal("150.50"))
                .units("MJ", new BigDecimal("15"))
                .placeOfService("11")
                .emergency(true)
                .diagnosisPointers(List.of(1, 2, 3, 12))
                .serviceDate(new DatePeriod("472", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)))
                .lineControlNumber("L1")
                .note("ADD", "NOTE")
                .drug(Loop2410Drug.ndc("00000111122", new BigDecimal("1.5"), "ML", "RX1"))
                .renderingProvider(Loop2420ARenderingProvider.of(
                        EntityName.person("LINE", "LEO").npi("1234567893"), null))
                .adjudication(Loop2430LineAdjudication.of(
                        "OP1",
                        new BigDecimal("100"),
                        Procedure.hcpcs("J3301"),
                        BigDecimal.ONE,
                        List.of(Adjustment.of(AdjustmentGroup.CONTRACTUAL, "45", new BigDecimal("43"))),
                        LocalDate.of(2026, 3, 1)))
                .build();
    }

    @Test
    void whatAClaimCannotHaveIsRefusedWhenItIsBuilt() {
        assertThatThrownBy(() -> Loop2300Claim.builder("123456789012345678901", BigDecimal.ONE))
                .isInstanceOf(X12Exception.class);
        assertThatThrownBy(() -> Loop2300Claim.builder("C1", BigDecimal.ONE).diagnoses(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Loop2400ServiceLine.builder(1, Procedure.hcpcs("99213"), BigDecimal.ONE)
                        .diagnosisPointers(List.of(1, 2, 3, 4, 5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Procedure.hcpcs("99213", "1", "2", "3", "4", "5"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void generatedClaimsAreRightAndSurviveReadingAndWriting(long seed) throws IOException {
        var out = new ByteArrayOutputStream();
        long count = new GeneratedClaims(seed).write(out, 60, 0);
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(Files837.errors(text)).isEmpty();
        var claims = new ArrayList<ProfessionalClaim>();
        Files837.read(text, X12Reader.streaming(), (ProfessionalClaimHandler) claims::add);
        assertThat(claims).hasSize((int) count);

        var again = Files837.written(Guide.PROFESSIONAL_837, writer -> {
            var set = new ProfessionalClaimWriter(writer);
            set.start(
                    "0001",
                    claims.get(0).beginning(),
                    claims.get(0).submitter(),
                    claims.get(0).receiver());
            for (var claim : claims) {
                set.claim(claim);
            }
            set.end();
        });
        assertThat(Files837.segments(again)).isEqualTo(Files837.segments(text));
    }

    @Test
    void levelsAreNumberedAndOpenedOnlyWhenTheyChange() {
        var generated = new GeneratedClaims(3);
        var provider = generated.provider();
        var self = generated.subscriber(true);
        var other = generated.subscriber(false);
        var patient = generated.patient();
        var text = Files837.written(Guide.PROFESSIONAL_837, writer -> {
            var set = new ProfessionalClaimWriter(writer);
            set.start(
                    "0001",
                    BeginningOfClaims.original("B1", Files837.AT, "CH"),
                    Loop1000ASubmitter.of(
                            EntityName.organization("CLINIC").id("46", "SB1"),
                            Contact.telephone("IC", null, "5550100", null)),
                    Loop1000BReceiver.of(EntityName.organization("PAYER").id("46", "P1")));
            set.claim(provider, self, null, generated.claim());
            set.claim(provider, self, null, generated.claim());
            set.claim(provider, other, patient, generated.claim());
            set.claim(provider, other, patient, generated.claim());
            set.claim(provider, other, generated.patient(), generated.claim());
            set.claim(generated.provider(), self, null, generated.claim());
            set.end();
        });
        assertThat(Files837.segments(text))
                .filteredOn(segment -> segment.startsWith("HL*"))
                .containsExactly(
                        "HL*1**20*1",
                        "HL*2*1*22*0",
                        "HL*3*1*22*1",
                        "HL*4*3*23*0",
                        "HL*5*3*23*0",
                        "HL*6**20*1",
                        "HL*7*6*22*0");
        assertThat(Files837.errors(text)).isEmpty();
    }
}
