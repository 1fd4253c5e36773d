package org.superbill.billing.secondary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.secondary.PrimaryRemittances.L1;
import static org.superbill.billing.secondary.PrimaryRemittances.L2;
import static org.superbill.billing.secondary.PrimaryRemittances.NUMBER;
import static org.superbill.billing.secondary.PrimaryRemittances.paid;
import static org.superbill.billing.testing.PayerFiles.remittance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.Coordination;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.submission.WrittenClaims;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.EncounterCoded;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** A claim to the second payer from what the first has said in an 835: it says it as it was received, and its sums agree. */
class SecondaryClaimTest {
    private final Facts first = new Facts();
    private final ClaimFacts primary = first.build();
    private final ClaimFacts secondary =
            first.anotherPayer().memberId("S987654321").build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.superbill.billing.secondary.PrimaryRemittances#scenarios")
    void balancesAndPassesTheThirdLevelOfTheX12Library(PrimaryRemittances.Scenario scenario) throws IOException {
        assertThat(errors(secondary(scenario.file(), null))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, of a facility")
    @MethodSource("org.superbill.billing.secondary.PrimaryRemittances#scenarios")
    void aFacilitysClaimBalancesTheSame(PrimaryRemittances.Scenario scenario) throws IOException {
        var facility = new Facts().atFacility(Details.outpatient());
        var own = facility.build();
        var file = secondary(scenario.file(), own, facility.anotherPayer().build(), null);
        assertThat(file).contains("*005010X223A2~", "SBR*S*");
        assertThat(errors(file)).isEmpty();
    }

    private String secondary(String file, @Nullable String insuranceType) {
        return secondary(file, primary, secondary, insuranceType);
    }

    private static String secondary(
            String file, ClaimFacts primary, ClaimFacts secondary, @Nullable String insuranceType) {
        var priors = PriorDecisionsOf835.of(file, Map.of(NUMBER, 1), Map.of(1, primary));
        assertThat(priors).hasSize(1);
        return WrittenClaims.of(new ClaimContent(
                UUID.randomUUID(),
                2,
                "SB1V2",
                "1",
                null,
                null,
                null,
                secondary,
                new Coordination(2, insuranceType, priors)));
    }

    private static List<String> errors(String file) throws IOException {
        var errors = new ArrayList<String>();
        Checker.upTo(SnipLevel.BALANCING)
                .check(new ByteArrayInputStream(file.getBytes(UTF_8)), error -> errors.add(error.toString()));
        return errors;
    }

    @Test
    void saysWhatWasPaidLineByLineAsItWasReceived() {
        var file = secondary(
                PrimaryRemittances.scenarios().findFirst().orElseThrow().file(), null);
        assertThat(PayerFiles.segments(file))
                .containsSubsequence(
                        "SBR*S*18*******CI",
                        "SBR*P*18*******CI",
                        "AMT*D*100",
                        "OI***Y***I",
                        "NM1*IL*1*GARCIA*MARIA****MI*W123456789",
                        "NM1*PR*2*KEY INSURANCE*****PI*99999",
                        "REF*F8*PCN1",
                        "SVD*99999*85*HC:99213**1",
                        "CAS*CO*45*45",
                        "CAS*PR*2*20",
                        "DTP*573*D8*20260310",
                        "AMT*EAF*20",
                        "SVD*99999*15*HC:87070**1",
                        "CAS*CO*45*10",
                        "DTP*573*D8*20260310",
                        "AMT*EAF*0"); // required of each line that a payer has decided
        assertThat(file).contains("NM1*IL*1*GARCIA*MARIA****MI*S987654321~", "NM1*PR*2*LOCK INSURANCE*****PI*88888~");
    }

    @Test
    void aDecisionInPartsHasTheDayOfEachPart() {
        var file = secondary(
                PayerFiles.file(
                        remittance("T1")
                                .claim(NUMBER, "1", "150", "100", "20", "PCN1")
                                .patient()
                                .line("99213", "150", "100", L1, "CO*45*30", "PR*2*20"),
                        remittance("T2")
                                .claim(NUMBER, "1", "25", "25", "0", "PCN2")
                                .patient()
                                .line("87070", "25", "25", L2)),
                null);
        assertThat(PayerFiles.segments(file))
                .containsSubsequence(
                        "SVD*99999*100*HC:99213**1",
                        "DTP*573*D8*20260310",
                        "SVD*99999*25*HC:87070**1",
                        "DTP*573*D8*20260311");
    }

    @Test
    void linesOfSeveralDaysWithoutTheirNumbersAreToldApartByTheDay() {
        var monday = Facts.line(1, "97110", 100_00);
        var tuesday = new EncounterCoded.Line(
                2, "97110", List.of(), BigDecimal.ONE, 100_00, Facts.ON.plusDays(1), List.of(1));
        var therapy = new Facts().lines(monday, tuesday);
        var own = therapy.build();
        var tuesdayFirst = remittance("T1")
                .claim(NUMBER, "1", "200", "80", "0", "PCN1")
                .patient()
                .with("SVC*HC:97110*100*0")
                .with("DTM*472*20260303")
                .with("CAS*CO*50*100")
                .with("SVC*HC:97110*100*80")
                .with("DTM*472*20260302")
                .with("CAS*CO*45*20")
                .text();
        assertThat(PayerFiles.segments(
                        secondary(tuesdayFirst, own, therapy.anotherPayer().build(), null)))
                .containsSubsequence(
                        "DTP*472*D8*20260302",
                        "SVD*99999*80*HC:97110**1",
                        "DTP*472*D8*20260303",
                        "SVD*99999*0*HC:97110**1");
    }

    @Test
    void aClaimDecidedAsAWholeSaysSoAtItsHead() {
        var file =
                secondary(PayerFiles.file(paid("100", "20").with("CAS*CO*45*55").with("CAS*PR*2*20")), null);
        assertThat(PayerFiles.segments(file))
                .containsSubsequence("CAS*CO*45*55", "CAS*PR*2*20", "AMT*D*100", "AMT*EAF*20", "DTP*573*D8*20260310");
        assertThat(file).doesNotContain("SVD*");
    }

    @Test
    void aBundledLineNamesTheOneThatItWasPaidWith() {
        var bundled = PrimaryRemittances.scenarios()
                .filter(scenario -> scenario.name().startsWith("two lines bundled"))
                .findFirst()
                .orElseThrow();
        assertThat(secondary(bundled.file(), null)).contains("SVD*99999*0*HC:99214**1*1~");
    }

    @Test
    void whyMedicareIsNotPrimaryIsSaid() {
        assertThat(secondary(
                        PrimaryRemittances.scenarios().findFirst().orElseThrow().file(), "12"))
                .contains("SBR*S*18***12****CI~");
    }

    @Test
    void theThirdPayerIsToldWhatBothBeforeHavePaid() throws IOException {
        var firstPaid = paid("100", "20")
                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", L2, "CO*45*10");
        var secondPaid = remittance("T2")
                .claim("SB1V2", "2", "175", "12", "8", "PCN9")
                .patient()
                .line("99213", "150", "12", "SB1V2L1", "OA*23*130", "PR*2*8")
                .line("87070", "25", "0", "SB1V2L2", "OA*23*25");
        var third = new Facts(primary.organizationId()).anotherPayer().build();
        var priors = PriorDecisionsOf835.of(
                PayerFiles.file(firstPaid, secondPaid),
                Map.of(NUMBER, 1, "SB1V2", 2),
                Map.of(1, primary, 2, secondary));
        assertThat(priors).extracting("sequence").containsExactly(1, 2);
        var file = WrittenClaims.of(new ClaimContent(
                UUID.randomUUID(), 3, "SB1V3", "1", null, null, null, third, new Coordination(3, null, priors)));
        assertThat(errors(file)).isEmpty();
        assertThat(PayerFiles.segments(file))
                .containsSubsequence(
                        "SBR*T*18*******CI",
                        "SBR*P*18*******CI",
                        "SBR*S*18*******CI",
                        "SVD*99999*85*HC:99213**1",
                        "SVD*88888*12*HC:99213**1",
                        "AMT*EAF*8");
    }

    @Test
    void aReversalThatWasNotCorrectedLeavesNoDecision() {
        var file = PayerFiles.file(
                paid("175", "0").line("99213", "150", "150", L1).line("87070", "25", "25", L2),
                remittance("T2")
                        .claim(NUMBER, "22", "-175", "-175", "0", "PCN1")
                        .patient());
        assertThat(PriorDecisionsOf835.of(file, Map.of(NUMBER, 1), Map.of(1, primary)))
                .isEmpty();
    }

    @Test
    void aForwardedClaimComesBackFromTheNextPayerUnderItsFirstNumber() {
        var file = PayerFiles.file(
                remittance("T1")
                        .claim(NUMBER, "19", "175", "155", "20", "PCN1")
                        .patient()
                        .line("99213", "150", "130", L1, "PR*2*20")
                        .line("87070", "25", "25", L2),
                remittance("T2")
                        .claim(NUMBER, "2", "175", "15", "5", "X1")
                        .patient()
                        .line("99213", "150", "15", L1, "OA*23*130", "PR*2*5")
                        .line("87070", "25", "0", L2, "OA*23*25"));
        var priors = PriorDecisionsOf835.of(file, Map.of(NUMBER, 1), Map.of(1, primary, 2, secondary));
        assertThat(priors).extracting("sequence").containsExactly(1, 2);
        assertThat(priors.get(1).payerName()).isEqualTo("LOCK INSURANCE");
    }

    /** The standard's published examples: a claim of ours with the lines that they pay, sent on to a second payer. */
    @Test
    void thePublishedRemittancesBalanceTooForTheSecondPayer() throws IOException {
        var folder = Path.of("../../shared/data/x12/835_005010X221A1");
        Assumptions.assumeTrue(Files.isDirectory(folder), "shared/data is absent");
        var checked = 0;
        try (var files = Files.list(folder)) {
            for (var path : files.sorted().toList()) {
                var file = Files.readString(path);
                for (var claim : PublishedClaims.of(file)) {
                    var priors = PriorDecisionsOf835.of(file, Map.of(claim.number(), 1), Map.of(1, claim.facts()));
                    var written = WrittenClaims.of(new ClaimContent(
                            UUID.randomUUID(),
                            2,
                            "SB1V2",
                            "1",
                            null,
                            null,
                            null,
                            claim.facts(),
                            new Coordination(2, null, priors)));
                    assertThat(errors(written))
                            .as("%s %s", path.getFileName(), claim.number())
                            .isEmpty();
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(4);
    }
}
